import { paths } from '#app/paths.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Hidden, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PlainReceipt } from '../commands/cast-plain-vote.server.ts';
import type { Booth } from '../queries/booth.server.ts';
import { Tracker } from './tracker.tsx';

export type PlainBallot = {
  readonly token: string;
  readonly choices: readonly number[];
  readonly serverRandom: string;
};

/** Without scripts: the second page. The server's number is on it before the voter types her words. */
export function ConfirmBallot(props: { booth: Booth; ballot: PlainBallot; reply: FormReply | undefined }) {
  const { pitchDay } = useWords().words;
  const { ballot, booth } = props;
  return (
    <>
      <h2>{pitchDay.boothCheckTitle}</h2>
      <Chosen booth={booth} choices={ballot.choices} />
      <p>{pitchDay.boothCheckLead}</p>
      <Form reply={props.reply}>
        <Hidden name="token" value={ballot.token} />
        <Hidden name="serverRandom" value={ballot.serverRandom} />
        {ballot.choices.map((choice) => (
          <Hidden key={choice} name="choice" value={choice} />
        ))}
        <p className="label">{pitchDay.boothDigits}</p>
        <p className="hint">{pitchDay.boothDigitsHint}</p>
        <p>
          <code dir="ltr">{ballot.serverRandom}</code>
        </p>
        <p className="label">{pitchDay.boothWords}</p>
        <p className="hint">{pitchDay.boothWordsHint}</p>
        <TextField name="firstWord" maxLength={40} short label={pitchDay.boothFirstWord} />
        <TextField name="secondWord" maxLength={40} short label={pitchDay.boothSecondWord} />
        <p className="row">
          <Button big name="intent" value="cast">
            {pitchDay.boothCast}
          </Button>
          <ButtonLink look="second" to={paths.booth({ pollId: booth.pollId })}>
            {pitchDay.boothCheckChange}
          </ButtonLink>
        </p>
      </Form>
    </>
  );
}

export function PlainReceiptPage(props: { booth: Booth; receipt: PlainReceipt; choices: readonly number[] }) {
  const { words, language } = useWords();
  const { pitchDay } = words;
  const { booth, receipt } = props;
  const [first, second] = receipt.words;
  return (
    <Notice tone="good" title={pitchDay.receiptTitle}>
      <p>{pitchDay.receiptLead}</p>
      <Tracker>{receipt.tracker}</Tracker>
      <p>{pitchDay.receiptChoice}</p>
      <Chosen booth={booth} choices={props.choices} />
      <p className="soft">{say(language, pitchDay.receiptMade, { random: receipt.serverRandom, first, second })}</p>
      <p>{pitchDay.receiptNext}</p>
      <p>
        <a href={paths.board({ pollId: booth.pollId, tracker: receipt.tracker })}>{pitchDay.receiptBoard}</a>
      </p>
    </Notice>
  );
}

function Chosen({ booth, choices }: { booth: Booth; choices: readonly number[] }) {
  const inOrder = choices.flatMap((choice) => booth.options.find((option) => option.choice === choice) ?? []);
  const shown = booth.isRanked ? inOrder : booth.options.filter(({ choice }) => choices.includes(choice));
  const List = booth.isRanked ? 'ol' : 'ul';
  return (
    <List>
      {shown.map((option) => (
        <li key={option.choice}>
          <bdi>{option.title}</bdi>
        </li>
      ))}
    </List>
  );
}
