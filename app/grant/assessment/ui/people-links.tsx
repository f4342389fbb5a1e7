import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';

/** The way from the board to all that is about the people of the panel. */
export function PeopleLinks({ callId }: { callId: Id }) {
  const { panelPeopleDesk: desk } = useWords().words;
  return (
    <ul className="row tags">
      <li>
        <a href={paths.staffPanelPeople({ callId })}>{desk.toPeople}</a>
      </li>
      <li>
        <a href={paths.staffPanelHours({ callId })}>{desk.toHours}</a>
      </li>
      <li>
        <a href={paths.staffPanelOffer({ callId })}>{desk.toOffer}</a>
      </li>
    </ul>
  );
}
