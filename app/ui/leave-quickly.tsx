import { useWords } from '#app/words/use-words.ts';

/** Somewhere harmless that everybody might be looking at. */
const ELSEWHERE = 'https://www.metoffice.gov.uk/';

/** The way out when somebody comes into the room. With scripts the back button does not lead here again. */
export function LeaveQuickly() {
  const { safety } = useWords().words;
  return (
    <div className="no-print">
      <a className="button danger" href={ELSEWHERE} rel="noreferrer" data-leave>
        {safety.leave}
      </a>
      <p className="soft">{safety.leaveHint}</p>
    </div>
  );
}
