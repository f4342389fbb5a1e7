import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { PageFrom } from '#app/kernel/paging.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { Composition } from '../rules/composition.ts';
import type { PendingName } from '../rules/deciding/pending-names.ts';
import { shownMark } from '../rules/deciding/pending-shortlist.ts';
import { type WhatIf, whatIf } from '../rules/deciding/what-if.ts';
import type { VoteCount } from '../rules/meeting-votes.ts';
import type { PanelPlace } from '../rules/panel-order.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { shortlistSize } from '../rules/shortlisting.ts';
import { maySeeRanking } from '../rules/visibility.ts';
import { type ShortlistingRow, shortlistingsOf } from '../store/shortlistings.server.ts';
import { lotsFixedOn } from './lots-fixed-on.server.ts';
import { panelVotes } from './meetings-of.server.ts';
import { proposedShortlist } from './proposed-shortlist.server.ts';
import { rankedPanel } from './ranked-panel.server.ts';
import { managedShortlist } from './shortlist-matter.server.ts';
import { pageOf } from './shortlist-page.server.ts';

export type DeskRow = PanelPlace & {
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly groupName: string;
  /** Whether the published rule would take it, with so many places. */
  readonly isProposed: boolean;
  /** What the panel said when it met; null where it did not vote. */
  readonly votes: VoteCount | null;
  /** Null while nothing is chosen. */
  readonly decision: PendingName | null;
  readonly reason: string;
  readonly nearly: boolean;
  /** Says what the form shows of this row. */
  readonly mark: string;
};

export type ShortlistDesk = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string; readonly hasPitchDay: boolean };
  readonly state: PanelState;
  readonly composition: Composition;
  /** For how many places the rule was asked. */
  readonly size: number;
  readonly whatIf: WhatIf;
  /** Lots stand on a list that was fixed on other scores than those that count now. */
  readonly haveLotsAged: boolean;
  readonly isLocked: boolean;
  readonly decided: { readonly at: Instant; readonly by: string; readonly shortlisted: number } | null;
  /** How many there are on all pages. */
  readonly count: number;
  readonly unscored: number;
  /** Best first; empty until scoring has closed. Once decided, with the figures of that moment. */
  readonly rows: readonly DeskRow[];
  /** Where the pages before and after begin; null where there are none. */
  readonly before: Id | null;
  readonly after: Id | null;
};

/**
 * The ranking and what was or can be decided about it; null unless she may run the panel and weigh what it read.
 *
 * @param size  for how many places to ask the rule; null takes the usual number for the call
 * @param from  where the page begins; null for the first
 */
export function shortlistDesk(
  context: Context,
  callId: Id,
  size: number | null,
  from: PageFrom | null = null,
): ShortlistDesk | null {
  const matter = managedShortlist(context, callId);
  if (matter === null) return null;
  const { call, state, choices, lock } = matter;
  const cards = new Map(matter.cards.map((card) => [card.id, card]));
  const decisions = shortlistingsOf(context.db, callId);
  const ranked = maySeeRanking(state) ? rankedPanel(context, callId) : null;
  const places = size ?? shortlistSize(call);
  const proposed = proposedShortlist(context, call, ranked, places);
  const votes = panelVotes(context, callId);
  const recordedBy = new Map(decisions.map((row) => [row.applicationId, row]));
  const rows = (ranked?.places ?? []).flatMap((place): DeskRow[] => {
    const card = cards.get(place.applicationId);
    if (card === undefined) return [];
    const recorded = recordedBy.get(place.applicationId);
    const choice = choices.get(place.applicationId);
    return [
      {
        ...place,
        ...(recorded === undefined ? {} : recordedFigures(recorded)),
        reference: card.reference,
        title: card.title,
        language: card.language,
        groupName: card.groupName,
        isProposed: proposed.has(place.applicationId),
        votes: votes.get(place.applicationId) ?? null,
        // A call that was decided before anything was kept in private has only its record.
        decision: choice?.decision ?? recordedDecision(recorded),
        reason: recorded?.reason ?? choice?.reason ?? '',
        nearly: recorded?.nearly ?? choice?.nearly ?? false,
        mark: shownMark(choice),
      },
    ];
  });
  const first = decisions[0];
  const inOrder = first === undefined ? rows : rows.toSorted(byRecordedRank);
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone, hasPitchDay: call.hasPitchDay },
    state,
    composition: matter.composition,
    size: places,
    whatIf: whatIf(rows),
    haveLotsAged: lotsFixedOn(context, callId)?.hasChanged ?? false,
    isLocked: lock !== null,
    decided:
      first === undefined
        ? null
        : {
            at: first.decidedAt,
            by: personById(context, first.decidedBy)?.name ?? '',
            shortlisted: decisions.filter((row) => row.decision === 'shortlisted').length,
          },
    count: rows.length,
    unscored: rows.filter((row) => row.sheets === 0).length,
    ...pageOf(inOrder, from),
  };
}

/** What the decision rested on, even if a conflict declared later took a sheet out. */
function recordedFigures({ rank, meanMilli, spreadMilli, sheets }: ShortlistingRow) {
  return { rank, meanMilli, spreadMilli, sheets };
}

function recordedDecision(row: ShortlistingRow | undefined): PendingName | null {
  if (row === undefined) return null;
  return row.decision === 'shortlisted' ? 'shortlisted' : 'declined';
}

function byRecordedRank(one: DeskRow, other: DeskRow): number {
  return (one.rank ?? Number.MAX_SAFE_INTEGER) - (other.rank ?? Number.MAX_SAFE_INTEGER);
}
