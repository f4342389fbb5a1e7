import { Button } from '#app/ui/button.tsx';
import { Hidden, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Facts, Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { DeskShown } from './desk-shown.ts';

/** From the running order to a ballot paper, and back while nobody has been promised anything. */
export function DeskPaper(props: { desk: DeskShown; reply: FormReply | undefined }) {
  const { words, language, money } = useWords();
  const { pitchDay, stockDesk } = words;
  const { desk } = props;
  const { poll } = desk;
  const reply = props.reply?.typed.intent?.[0] === 'fix' ? props.reply : undefined;
  const { roomPotMinor, currency } = desk.call;
  const tooDear = roomPotMinor === 0 ? 0 : desk.pitches.filter((pitch) => pitch.amountMinor > roomPotMinor).length;
  return (
    <section>
      <h2>{pitchDay.paperTitle}</h2>
      {tooDear > 0 && (
        <Notice tone="warn">
          <p>{say(language, words.roomShares.paperTooDear, { count: tooDear, pot: money(roomPotMinor, currency) })}</p>
        </Notice>
      )}
      {poll === null ? (
        <Form reply={reply}>
          <p>{pitchDay.paperFixHint}</p>
          <Hidden name="intent" value="fix" />
          <details open={reply !== undefined}>
            <summary>{stockDesk.title}</summary>
            <p>{stockDesk.lead}</p>
            <TextField
              name="signUps"
              inputMode="numeric"
              short
              label={stockDesk.signUps}
              hint={stockDesk.signUpsHint}
            />
            <TextField name="straws" inputMode="numeric" short label={stockDesk.straws} hint={stockDesk.strawsHint} />
          </details>
          <Button>{pitchDay.paperFix}</Button>
        </Form>
      ) : (
        <>
          <p>
            {poll.roomPotMinor === null
              ? say(language, poll.isRanked ? words.rankedVote.paper : pitchDay.paperLead, {
                  max: poll.maxChoices,
                  seats: poll.seats,
                })
              : say(language, words.roomShares.paper, {
                  max: poll.maxChoices,
                  pot: money(poll.roomPotMinor, currency),
                })}
          </p>
          <Facts
            facts={[
              [
                pitchDay.paperHash,
                <code key="hash" dir="ltr">
                  {poll.manifestHash}
                </code>,
              ],
              ...poll.stocks.map(({ level, size }) => [stockDesk.sizes[level], size] as const),
            ]}
          />
        </>
      )}
      {poll?.state === 'draft' && (
        <details>
          <summary>{pitchDay.paperTakeBack}</summary>
          <p>{poll.batches.length === 0 ? pitchDay.paperTakeBackPlain : pitchDay.paperTakeBackHint}</p>
          <Form>
            <Hidden name="intent" value="take-back" />
            {poll.batches.length === 0 ? (
              <Hidden name="understood" value="on" />
            ) : (
              <Tick name="understood" label={pitchDay.paperTakeBackTick} />
            )}
            <Button look="danger">{pitchDay.paperTakeBack}</Button>
          </Form>
        </details>
      )}
    </section>
  );
}
