import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PanelBoard } from '../queries/panel-board.server.ts';

type Board = Pick<PanelBoard, 'call' | 'state' | 'isShortlistDecided' | 'drawsLots'>;

/** What else there is to run a panel with, each on a page of its own, in the order in which it is needed. */
export function PanelDeskLinks({ board }: { board: Board }) {
  const { words } = useWords();
  const { panelDesk: desk } = words;
  const callId = board.call.id;
  const hasEnded = board.state === 'closed';
  const groups: readonly [string, readonly (readonly [to: string, label: string])[]][] = [
    [
      desk.before,
      [
        [paths.staffPanelOffer({ callId }), words.panelPeopleDesk.toOffer],
        [paths.staffPanelRule({ callId }), words.panelRuleDesk.toRule],
        [paths.staffPanelPhases({ callId }), words.panelPhasesDesk.link],
      ],
    ],
    [
      desk.people,
      [
        [paths.staffPanelPeople({ callId }), words.panelPeopleDesk.toPeople],
        [paths.staffTies({ callId }), words.tieDesk.toTitle],
        [paths.staffGiveOut({ callId }), words.giveOutDesk.toTitle],
        [paths.staffPanelHours({ callId }), words.panelPeopleDesk.toHours],
      ],
    ],
    [
      desk.after,
      [
        ...(hasEnded
          ? ([
              [paths.staffMeeting({ callId }), words.meetingDesk.toMeeting],
              [paths.staffRanking({ callId }), words.panelRanking.toRanking],
              [paths.staffFairness({ callId }), words.panelFairness.toFairness],
            ] as const)
          : []),
        ...(hasEnded && board.drawsLots
          ? ([[paths.staffLottery({ callId }), words.panelLotteryDesk.title]] as const)
          : []),
        ...(board.isShortlistDecided
          ? ([[paths.callDecisionRecord({ slug: board.call.slug }), words.panelRecord.link]] as const)
          : []),
      ],
    ],
  ];
  return (
    <nav aria-label={desk.title} className="grid link-groups no-print">
      {groups
        .filter(([, links]) => links.length > 0)
        .map(([title, links]) => (
          <section key={title}>
            <h2>{title}</h2>
            <ul>
              {links.map(([to, label]) => (
                <li key={to}>
                  <a href={to}>{label}</a>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </nav>
  );
}
