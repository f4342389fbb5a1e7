import type { PanelPlace } from '../rules/panel-order.ts';

/**
 * Where an application may stand among all: a thin line for nine draws in ten, a thick one for half of them, a dot where
 * it is expected, and the line of the money across. The words beside it say the same.
 */
export function RankBar(props: { place: PanelPlace; count: number; fundable: number; label: string }) {
  const { rank50, rank90, expectedRank } = props.place;
  if (rank50 === null || rank90 === null || expectedRank === null) return null;
  const at = (rank: number) => (100 * (rank - 0.5)) / props.count;
  return (
    <svg className="rank-bar" viewBox="0 0 100 12" preserveAspectRatio="none" role="img" aria-label={props.label}>
      <rect className="rail" y="5.5" width="100" height="1" />
      <rect
        className="nine"
        x={at(rank90.from)}
        y="4.5"
        width={Math.max(1, at(rank90.to) - at(rank90.from))}
        height="3"
      />
      <rect
        className="half"
        x={at(rank50.from)}
        y="2.5"
        width={Math.max(1, at(rank50.to) - at(rank50.from))}
        height="7"
      />
      <rect className="here" x={at(expectedRank) - 0.6} y="1" width="1.2" height="10" />
      <rect className="money" x={at(props.fundable + 0.5) - 0.3} y="0" width="0.6" height="12" />
    </svg>
  );
}
