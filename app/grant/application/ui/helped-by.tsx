import type { Id } from '#app/kernel/id.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { helpersOf } from '../queries/help-log.server.ts';
import { DETAILS } from '../rules/draft-feedback.ts';

/** For staff, once it was sent: who from outside the group wrote in it, where, and on whose behalf. */
export function HelpedBy(props: {
  helpers: ReturnType<typeof helpersOf>;
  questions: readonly { readonly questionId: Id; readonly label: string }[];
  timeZone: string;
}) {
  const { words, language, dateTime } = useWords();
  const { help, helpDesk, writtenDown, writtenDownDesk: desk } = words;
  const { entry, saves } = props.helpers;
  if (entry === null && saves.length === 0) return null;
  const label = (what: string) =>
    what === DETAILS
      ? help.helpedDetails
      : (props.questions.find(({ questionId }) => questionId === what)?.label ?? '');
  return (
    <Notice title={helpDesk.helpedStaff}>
      {entry !== null && (
        <p dir="auto">
          {say(language, desk.notice, {
            staff: entry.enteredBy,
            name: entry.forName,
            how: desk.noticeHow[entry.consentMeans],
          })}{' '}
          {entry.confirmedAt === null || entry.confirmedMeans === null
            ? desk.noticeNotConfirmed
            : say(language, desk.noticeConfirmed, {
                when: dateTime(entry.confirmedAt, props.timeZone),
                how: writtenDown.how[entry.confirmedMeans],
              })}
        </p>
      )}
      {saves.length > 0 && (
        <ul>
          {saves.map(({ what, name, lastAt }) => (
            <li key={`${what} ${name}`} dir="auto">
              {say(language, help.helpedLine, { name, what: label(what), when: dateTime(lastAt, props.timeZone) })}
            </li>
          ))}
        </ul>
      )}
      <p>{help.helpedNote}</p>
    </Notice>
  );
}
