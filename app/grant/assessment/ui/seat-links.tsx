import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MySeat } from '../queries/my-seat.server.ts';

/** What belongs to the seat and not to an application. */
export function SeatLinks({ callId, seat }: { callId: Id; seat: MySeat }) {
  const { words, language, deadline } = useWords();
  const { due, practised } = seat;
  const { done, all } = practised;
  const { panelPeople: text, panelPractice: practice } = words;
  return (
    <>
      {due !== null && (
        <p>
          <strong>
            {say(language, due.isOver ? words.panelReminders.over : words.panelReminders.ends, {
              when: deadline(due.at, due.timeZone),
            })}
          </strong>
        </p>
      )}
      <nav aria-label={text.aboutYou}>
        <ul className="row tags">
          <li>
            <a href={paths.panelPractice({ callId })}>
              {done === 0
                ? practice.link
                : done === all
                  ? practice.linkDone
                  : say(language, practice.linkPart, { done, all })}
            </a>
          </li>
          <li>
            <a href={paths.panelTerms({ callId })}>{text.termsLink}</a>
          </li>
          <li>
            <a href={paths.panelHours({ callId })}>{text.hoursLink}</a>
          </li>
          <li>
            <a href={paths.panelCalendar({ callId })} download>
              {words.panelReminders.calendarLink}
            </a>
          </li>
        </ul>
      </nav>
    </>
  );
}

/** To whoever took a seat before terms were asked: a question, and no lock. */
export function TermsMissing({ callId }: { callId: Id }) {
  const { panelPeople: text } = useWords().words;
  return (
    <Notice tone="warn" title={text.termsMissing}>
      <p>{text.termsMissingText}</p>
      <p>
        <a href={paths.panelTerms({ callId })}>{text.termsMissingLink}</a>
      </p>
    </Notice>
  );
}
