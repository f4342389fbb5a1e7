import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Minor } from '#app/kernel/money.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationHeads } from '../../application/queries/application-card.server.ts';
import type { OutcomeName } from '../rules/deciding.ts';
import type { Formula, RankedApplication } from '../rules/ranking.ts';
import { findDecision, findOutcomes, releasedAt } from '../store.server.ts';

export type RecordedOutcome = {
  readonly applicationId: Id;
  readonly reference: string;
  readonly groupName: string;
  readonly title: string;
  readonly outcome: OutcomeName;
  readonly amountMinor: Minor | null;
  readonly reason: string;
  readonly nearly: boolean;
  readonly ineligible: boolean;
  /** Every part of its points; null for an application that was not shortlisted. */
  readonly ranked: RankedApplication | null;
};

/** A decision as it was recorded. */
export type DecisionRecord = {
  readonly formula: Formula;
  readonly publicReason: string;
  readonly decidedBy: string;
  readonly decidedAt: Instant;
  /** When applicants were told; until then it is the partner's alone. */
  readonly toldAt: Instant | null;
  /** In order of place, then those without one. */
  readonly outcomes: readonly RecordedOutcome[];
};

/** What was decided about a call, or null; whoever asks checks its reader, and `toldAt` for everybody else. */
export function decisionRecord(context: Pick<Context, 'db'>, callId: Id): DecisionRecord | null {
  const decision = findDecision(context.db, callId);
  if (decision === null) return null;
  const rows = findOutcomes(context.db, callId);
  // Whoever withdrew since is no longer under review, but stays in the record.
  const heads = applicationHeads(
    context,
    rows.map((row) => row.applicationId),
  );
  const ranking = new Map(decision.ranking.map((entry) => [entry.applicationId, entry]));
  return {
    formula: decision.formula,
    publicReason: decision.publicReason,
    decidedBy: personById(context, decision.decidedBy)?.name ?? '',
    decidedAt: decision.decidedAt,
    toldAt: releasedAt(context.db, callId),
    outcomes: rows.map((row) => {
      const card = heads.get(row.applicationId);
      return {
        applicationId: row.applicationId,
        reference: card?.reference ?? '',
        groupName: card?.groupName ?? '',
        title: card?.title ?? '',
        outcome: row.outcome,
        amountMinor: row.amountMinor,
        reason: row.reason,
        nearly: row.nearly,
        ineligible: row.ineligible,
        ranked: ranking.get(row.applicationId) ?? null,
      };
    }),
  };
}
