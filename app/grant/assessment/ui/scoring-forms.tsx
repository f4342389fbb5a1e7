import { Button } from '#app/ui/button.tsx';
import { Hidden, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PanelBoard } from '../queries/panel-board.server.ts';
import { ShortNotice } from './short-of-readers.tsx';

type Props = { board: PanelBoard; reply: FormReply | undefined };

/** Starting: the form where it can be done, and what it waits for where it cannot. */
export function OpenForm({ board, reply }: Props) {
  const { words, language, deadline } = useWords();
  const { assessment } = words;
  const waitsFor = [
    !board.isEntryOver &&
      say(language, board.isCallClosed ? assessment.openWaitsForCodes : assessment.openWaits, {
        closes: deadline(board.entriesEndAt, board.call.timeZone),
      }),
    board.isEntryOver && board.applications === 0 && assessment.openNeedsApplications,
    !board.composition.isMet && assessment.openNeedsComposition,
  ].filter((reason) => reason !== false);
  return (
    <section aria-labelledby="open">
      <h2 id="open">{assessment.openTitle}</h2>
      {waitsFor.length > 0 ? (
        <Notice>
          <ul>
            {waitsFor.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        <>
          <p>{say(language, assessment.openLead, { applications: board.applications })}</p>
          <Form reply={reply} action="#open">
            <Tick name="openSure" label={assessment.openSure} />
            <Button name="intent" value="open">
              {assessment.open}
            </Button>
          </Form>
        </>
      )}
    </section>
  );
}

export function CloseForm({ board, reply }: Props) {
  const { words, language } = useWords();
  const { assessment } = words;
  const { short } = board;
  return (
    <section aria-labelledby="close">
      <h2 id="close">{assessment.closeTitle}</h2>
      <p>{say(language, assessment.closeMissing, { missing: board.sheetsMissing })}</p>
      {board.unscored > 0 && (
        <Notice tone="warn">{say(language, assessment.closeUnscored, { count: board.unscored })}</Notice>
      )}
      {short !== null && <ShortNotice short={short} callId={board.call.id} />}
      <Form reply={reply} action="#close">
        <Hidden name="short" value={short?.key ?? ''} />
        <Tick
          name="closeSure"
          label={assessment.closeSure}
          {...(short !== null && short.count > 0
            ? { hint: say(language, words.closingDesk.sureHint, { count: short.count }) }
            : {})}
        />
        <Button name="intent" value="close" look="second">
          {assessment.close}
        </Button>
      </Form>
    </section>
  );
}
