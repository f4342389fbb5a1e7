import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';

/** What else there is to run a panel with, each on a page of its own. */
export function PanelDeskLinks({ callId }: { callId: string }) {
  const { giveOutDesk, panelPhasesDesk, panelRuleDesk, tieDesk } = useWords().words;
  const links = [
    [paths.staffPanelRule({ callId }), panelRuleDesk.toRule],
    [paths.staffPanelPhases({ callId }), panelPhasesDesk.link],
    [paths.staffTies({ callId }), tieDesk.toTitle],
    [paths.staffGiveOut({ callId }), giveOutDesk.toTitle],
  ] as const;
  return (
    <ul className="row tags">
      {links.map(([to, label]) => (
        <li key={to}>
          <a href={to}>{label}</a>
        </li>
      ))}
    </ul>
  );
}
