import type { Id } from '#app/kernel/id.ts';
import type { PageFrom } from '#app/kernel/paging.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { DecidingRole } from '../rules/access.ts';
import type { Composition } from '../rules/composition.ts';
import type { PendingName } from '../rules/deciding/pending-names.ts';
import { departureOf, type WhatIf, whatIf } from '../rules/deciding/what-if.ts';
import type { VoteCount } from '../rules/meeting-votes.ts';
import type { PanelState } from '../rules/panel-state.ts';
import { shortlistSize } from '../rules/shortlisting.ts';
import { maySeeRanking } from '../rules/visibility.ts';
import { countEditedLetters } from '../store/decisions.server.ts';
import { type ShownLock, shownLock } from './decision-lock.server.ts';
import { lotsFixedOn } from './lots-fixed-on.server.ts';
import { panelVotes } from './meetings-of.server.ts';
import { proposedShortlist } from './proposed-shortlist.server.ts';
import { rankedPanel } from './ranked-panel.server.ts';
import { shortlistHash, shortlistMatter } from './shortlist-matter.server.ts';
import { pageOf } from './shortlist-page.server.ts';
import { lettersToLookAt } from './tied-letters.server.ts';

export type CheckRow = {
  readonly applicationId: Id;
  readonly rank: number | null;
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly groupName: string;
  /** What the panel said when it met; null where it did not vote. */
  readonly votes: VoteCount | null;
  readonly decision: PendingName | null;
  readonly reason: string;
  readonly nearly: boolean;
  readonly departure: 'passed-over' | 'brought-in' | null;
};

/** What two people look at before everybody is told. */
export type ShortlistCheck = {
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string };
  readonly role: DecidingRole;
  readonly state: PanelState;
  readonly composition: Composition;
  readonly isDecided: boolean;
  readonly lock: ShownLock | null;
  readonly size: number;
  readonly whatIf: WhatIf;
  /** Lots stand on a list that was fixed on other scores than those that count now. */
  readonly haveLotsAged: boolean;
  readonly missingReasons: number;
  readonly editedLetters: number;
  /** References of letters changed by hand that may quote somebody who is tied by now: they hold the release up. */
  readonly lettersToLookAt: readonly string[];
  readonly count: number;
  readonly rows: readonly CheckRow[];
  readonly before: Id | null;
  readonly after: Id | null;
};

/** The shortlist as it was chosen, for whoever has a seat where it is decided; null for anybody else. */
export function shortlistCheck(context: Context, callId: Id, from: PageFrom | null): ShortlistCheck | null {
  const matter = shortlistMatter(context, callId);
  // While the panel scores, its scores are nobody's; finance looks at what was locked, and at nothing before.
  if (matter === null || (matter.role === 'second' && matter.lock === null)) return null;
  const { call, state, choices, lock } = matter;
  const size = shortlistSize(call);
  const ranked = maySeeRanking(state) ? rankedPanel(context, callId) : null;
  const proposed = proposedShortlist(context, call, ranked, size);
  const votes = panelVotes(context, callId);
  const cards = new Map(matter.cards.map((card) => [card.id, card]));
  const rows = (ranked?.places ?? []).flatMap(({ applicationId, rank }) => {
    const card = cards.get(applicationId);
    if (card === undefined) return [];
    const choice = choices.get(applicationId);
    const isProposed = proposed.has(applicationId);
    const decision = choice?.decision ?? null;
    return [
      {
        applicationId,
        rank,
        reference: card.reference,
        title: card.title,
        language: card.language,
        groupName: card.groupName,
        votes: votes.get(applicationId) ?? null,
        decision,
        isProposed,
        departure: departureOf({ isProposed, decision }),
        reason: choice?.reason ?? '',
        nearly: choice?.nearly ?? false,
      },
    ];
  });
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    role: matter.role,
    state,
    composition: matter.composition,
    isDecided: matter.isDecided,
    lock:
      lock === null
        ? null
        : shownLock(
            context,
            lock,
            matter.personId,
            lock.releasedAt === null ? shortlistHash(context, callId, lock.feedbackFrom) : null,
          ),
    size,
    whatIf: whatIf(rows),
    haveLotsAged: lotsFixedOn(context, callId)?.hasChanged ?? false,
    missingReasons: rows.filter((row) => row.decision !== null && row.reason.trim() === '').length,
    editedLetters: countEditedLetters(
      context.db,
      rows.map((row) => row.applicationId),
      'shortlist',
    ),
    lettersToLookAt:
      lock === null || lock.releasedAt !== null
        ? []
        : lettersToLookAt(context, [...cards.keys()], 'shortlist').map(
            ({ applicationId }) => cards.get(applicationId)?.reference ?? '',
          ),
    count: rows.length,
    ...pageOf(rows, from),
  };
}
