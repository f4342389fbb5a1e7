import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationsUnderReview } from '../../application/queries/application-card.server.ts';
import type { Composition } from '../rules/composition.ts';
import type { PanelPlace } from '../rules/panel-order.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { proposeShortlist, type ShortlistDecision, shortlistSize } from '../rules/shortlisting.ts';
import { maySeeRanking } from '../rules/visibility.ts';
import { type ShortlistingRow, shortlistingsOf } from '../store/sheets.server.ts';
import { panelRanking } from './panel-ranking.server.ts';
import { mayWeigh, runPanel } from './run-panel.server.ts';

export type DeskRow = PanelPlace & {
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly groupName: string;
  readonly isProposed: boolean;
  readonly decision: ShortlistDecision | null;
  readonly reason: string;
};

export type ShortlistDesk = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string; readonly hasPitchDay: boolean };
  readonly state: PanelState;
  readonly composition: Composition;
  /** How many places the preselection fills. */
  readonly size: number;
  readonly decided: { readonly at: Instant; readonly by: string; readonly shortlisted: number } | null;
  /** Best first; empty until scoring has closed. Once decided, with the figures of that moment. */
  readonly rows: readonly DeskRow[];
};

/**
 * The ranking and what was or can be decided about it; null unless she may run the panel and weigh what it read.
 *
 * @param size  how many to preselect; null takes the usual number for the call
 */
export function shortlistDesk(context: Context, callId: Id, size: number | null): ShortlistDesk | null {
  const run = runPanel(context, callId);
  if (run === null) return null;
  const { call, state } = run;
  const cards = new Map(applicationsUnderReview(context, callId).map((card) => [card.id, card]));
  if (!mayWeigh(context, [...cards.values()])) return null;
  const decisions = shortlistingsOf(context.db, callId);
  const ranking = maySeeRanking(state) ? panelRanking(context, callId) : [];
  const places = size ?? shortlistSize(call);
  const proposed = proposeShortlist(ranking, places);
  const decidedBy = new Map(decisions.map((row) => [row.applicationId, row]));
  const rows = ranking.flatMap((ranked): DeskRow[] => {
    const card = cards.get(ranked.applicationId);
    if (card === undefined) return [];
    const recorded = decidedBy.get(ranked.applicationId);
    const figures = recorded === undefined ? {} : recordedFigures(recorded);
    return [
      {
        ...ranked,
        ...figures,
        reference: card.reference,
        title: card.title,
        language: card.language,
        groupName: card.groupName,
        isProposed: proposed.has(ranked.applicationId),
        decision: recorded?.decision ?? null,
        reason: recorded?.reason ?? '',
      },
    ];
  });
  const first = decisions[0];
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone, hasPitchDay: call.hasPitchDay },
    state,
    composition: run.composition,
    size: places,
    decided:
      first === undefined
        ? null
        : {
            at: first.decidedAt,
            by: personById(context, first.decidedBy)?.name ?? '',
            shortlisted: decisions.filter((row) => row.decision === 'shortlisted').length,
          },
    rows: first === undefined ? rows : rows.toSorted(byRecordedRank),
  };
}

/** What the decision rested on, even if a conflict declared later took a sheet out. */
function recordedFigures({ rank, meanMilli, spreadMilli, sheets }: ShortlistingRow) {
  return { rank, meanMilli, spreadMilli, sheets };
}

function byRecordedRank(one: DeskRow, other: DeskRow): number {
  return (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER);
}
