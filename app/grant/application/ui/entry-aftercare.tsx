import type { Id } from '#app/kernel/id.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, TextArea } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import type { FormReply } from '#app/ui/form-reply.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { entryAftermath } from '../queries/staff-entries.server.ts';

type Aftermath = ReturnType<typeof entryAftermath>;

/** That it was taken back, by whom and why, and how they hear of it. */
export function TakenBack(props: { aftermath: Aftermath; phone: string; timeZone: string }) {
  const { words, language, dateTime } = useWords();
  const { writtenDownDesk: desk } = words;
  const { takenBack, isReachable } = props.aftermath;
  if (takenBack === null) return null;
  return (
    <Notice>
      <p>{say(language, desk.takenBack, { who: takenBack.by, when: dateTime(takenBack.at, props.timeZone) })}</p>
      <p dir="auto">{say(language, desk.takenBackWhy, { reason: takenBack.reason })}</p>
      {!isReachable && (
        <p>
          {props.phone === '' ? desk.takenBackTellNobody : say(language, desk.takenBackTell, { phone: props.phone })}
        </p>
      )}
    </Notice>
  );
}

/** What can still be done for whoever it is: a new code for a lost one, and taking it back. */
export function EntryAftercare(props: {
  aftermath: Aftermath;
  newId: Id;
  timeZone: string;
  reply: FormReply | undefined;
}) {
  const { words, language, dateTime } = useWords();
  const { writtenDownDesk: desk } = words;
  const { codes, isReachable } = props.aftermath;
  const about = (intent: string) => (props.reply?.typed.intent?.[0] === intent ? props.reply : undefined);
  return (
    <>
      {!isReachable && (
        <details open={about('new-code') !== undefined}>
          <summary>{desk.lostTitle}</summary>
          {codes.length > 0 && (
            <ul>
              {codes.map(({ number, madeAt, madeBy }) => (
                <li key={number}>
                  {say(language, desk.lostMade, { number, when: dateTime(madeAt, props.timeZone), who: madeBy })}
                </li>
              ))}
            </ul>
          )}
          <Form reply={about('new-code')}>
            <p>{desk.lostText}</p>
            <Hidden name="codeId" value={props.newId} />
            <Button look="second" name="intent" value="new-code">
              {desk.lostDo}
            </Button>
          </Form>
        </details>
      )}
      <details className="remove" open={about('take-back') !== undefined}>
        <summary>{desk.takeBackTitle}</summary>
        <Form reply={about('take-back')}>
          <p>{desk.takeBackText}</p>
          <TextArea name="reason" rows={3} label={desk.takeBackReason} hint={desk.takeBackReasonHint} />
          <Button look="danger" name="intent" value="take-back">
            {desk.takeBackDo}
          </Button>
        </Form>
      </details>
    </>
  );
}
