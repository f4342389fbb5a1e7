import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import {
  closedReserves,
  closingOf,
  decidedCalls,
  findOutcome,
  findOutcomesOfApplications,
  releasedAt,
  releasesOf,
} from '../store.server.ts';

/** What the decision means for one application. */
export type ApplicationOutcome = {
  readonly applicationId: Id;
  readonly callId: Id;
  readonly outcome: 'awarded' | 'reserve' | 'declined';
  /** Place in the ranking; null when not shortlisted. */
  readonly position: number | null;
  readonly amountMinor: Minor | null;
  readonly reason: string;
  readonly nearly: boolean;
  /** Declined because it does not fit the rules of the call. */
  readonly ineligible: boolean;
  /** Until when a group on the reserve list waits at most; null for everybody else, and from before it was said. */
  readonly reserveUntil: Instant | null;
  /** When applicants were told. Until then it is nobody's business but the partner's. */
  readonly toldAt: Instant | null;
};

/**
 * What was decided about an application, or null before the decision. A group whose wait on the reserve list
 * ended without a place is declined from then on. Whoever asks checks its reader, and `toldAt` for applicants.
 */
export function outcomeOf(context: Pick<Context, 'db'>, applicationId: Id): ApplicationOutcome | null {
  const row = findOutcome(context.db, applicationId);
  if (row === null) return null;
  const toldAt = releasedAt(context.db, row.callId);
  const closing = row.outcome === 'reserve' ? closingOf(context.db, applicationId) : null;
  if (closing === null) return { ...row, toldAt };
  return { ...row, outcome: 'declined', reason: closing.reason, nearly: true, toldAt: closing.closedAt };
}

/** The same for several applications, of one call or many: three queries however many. Whoever asks checks its reader. */
export function outcomesOf(
  context: Pick<Context, 'db'>,
  applicationIds: readonly Id[],
): ReadonlyMap<Id, ApplicationOutcome> {
  const rows = findOutcomesOfApplications(context.db, applicationIds);
  const releases = releasesOf(context.db, [...new Set(rows.map((row) => row.callId))]);
  const reserves = rows.filter((row) => row.outcome === 'reserve').map((row) => row.applicationId);
  const closed = new Set(closedReserves(context.db, reserves));
  return new Map(
    rows.map((row) => {
      const toldAt = releases.get(row.callId) ?? null;
      return [
        row.applicationId,
        closed.has(row.applicationId) ? { ...row, outcome: 'declined', toldAt } : { ...row, toldAt },
      ];
    }),
  );
}

/** Those of the calls that were decided: one query however many. Whoever asks checks its reader. */
export function callsDecided(context: Pick<Context, 'db'>, callIds: readonly Id[]): ReadonlySet<Id> {
  return new Set(decidedCalls(context.db, callIds));
}
