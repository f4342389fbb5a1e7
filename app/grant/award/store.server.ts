import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import {
  acceptance,
  award,
  awardDecision,
  awardDraft,
  awardOutcome,
  awardRelease,
  reserveClosing,
} from '#db/schema/award.ts';

export type AwardRow = typeof award.$inferSelect;
export type AcceptanceRow = typeof acceptance.$inferSelect;
export type DecisionRow = typeof awardDecision.$inferSelect;
export type OutcomeRow = typeof awardOutcome.$inferSelect;
export type DraftRow = typeof awardDraft.$inferSelect;

export function findDraft(tx: Tx, callId: Id): DraftRow | null {
  return tx.select().from(awardDraft).where(eq(awardDraft.callId, callId)).get() ?? null;
}

export function putDraft(tx: Tx, row: DraftRow): void {
  tx.insert(awardDraft).values(row).onConflictDoUpdate({ target: awardDraft.callId, set: row }).run();
}

export function findDecision(tx: Tx, callId: Id): DecisionRow | null {
  return tx.select().from(awardDecision).where(eq(awardDecision.callId, callId)).get() ?? null;
}

export function insertDecision(tx: Tx, row: DecisionRow): void {
  tx.insert(awardDecision).values(row).run();
}

const outcomeInsert = prepared((tx) =>
  tx
    .insert(awardOutcome)
    .values({
      applicationId: sql.placeholder('applicationId'),
      callId: sql.placeholder('callId'),
      outcome: sql.placeholder('outcome'),
      position: sql.placeholder('position'),
      amountMinor: sql.placeholder('amountMinor'),
      reason: sql.placeholder('reason'),
      nearly: sql.placeholder('nearly'),
      reserveUntil: sql.placeholder('reserveUntil'),
      ineligible: sql.placeholder('ineligible'),
    })
    .prepare(),
);

/** One by one: a single statement for a call of thousands would have more values than SQLite takes. */
export function insertOutcomes(tx: Tx, rows: readonly (typeof awardOutcome.$inferInsert)[]): void {
  const insert = outcomeInsert(tx);
  for (const row of rows) insert.run(row);
}

export function findOutcome(tx: Tx, applicationId: Id): OutcomeRow | null {
  return tx.select().from(awardOutcome).where(eq(awardOutcome.applicationId, applicationId)).get() ?? null;
}

/** In order of place; those without one come last. */
export function findOutcomes(tx: Tx, callId: Id): OutcomeRow[] {
  const rows = tx.select().from(awardOutcome).where(eq(awardOutcome.callId, callId)).all();
  return rows.toSorted((one, other) => (one.position ?? Infinity) - (other.position ?? Infinity) || 0);
}

const outcomesByApplication = prepared((tx) =>
  tx.select().from(awardOutcome).where(isAmong(awardOutcome.applicationId, 'applicationIds')).prepare(),
);

export function findOutcomesOfApplications(tx: Tx, applicationIds: readonly Id[]): OutcomeRow[] {
  return outcomesByApplication(tx).all({ applicationIds: listed(applicationIds) });
}

const callsWithOutcome = prepared((tx) =>
  tx
    .selectDistinct({ callId: awardOutcome.callId })
    .from(awardOutcome)
    .where(isAmong(awardOutcome.callId, 'callIds'))
    .prepare(),
);

/** Those of the calls about whose applications anything was decided. */
export function decidedCalls(tx: Tx, callIds: readonly Id[]): Id[] {
  return callsWithOutcome(tx)
    .all({ callIds: listed(callIds) })
    .map((row) => row.callId);
}

const releasesOfCalls = prepared((tx) =>
  tx.select().from(awardRelease).where(isAmong(awardRelease.callId, 'callIds')).prepare(),
);

/** When applicants were told, for those of the calls where they were. */
export function releasesOf(tx: Tx, callIds: readonly Id[]): ReadonlyMap<Id, Instant> {
  const rows = releasesOfCalls(tx).all({ callIds: listed(callIds) });
  return new Map(rows.map((row) => [row.callId, row.releasedAt]));
}

export function releasedAt(tx: Tx, callId: Id): Instant | null {
  return tx.select().from(awardRelease).where(eq(awardRelease.callId, callId)).get()?.releasedAt ?? null;
}

export function insertRelease(tx: Tx, row: typeof awardRelease.$inferInsert): void {
  tx.insert(awardRelease).values(row).run();
}

export function closingOf(tx: Tx, applicationId: Id): typeof reserveClosing.$inferSelect | null {
  return tx.select().from(reserveClosing).where(eq(reserveClosing.applicationId, applicationId)).get() ?? null;
}

const closingsByApplication = prepared((tx) =>
  tx
    .select({ applicationId: reserveClosing.applicationId })
    .from(reserveClosing)
    .where(isAmong(reserveClosing.applicationId, 'applicationIds'))
    .prepare(),
);

export function closedReserves(tx: Tx, applicationIds: readonly Id[]): Id[] {
  return closingsByApplication(tx)
    .all({ applicationIds: listed(applicationIds) })
    .map((row) => row.applicationId);
}

export function insertClosing(tx: Tx, row: typeof reserveClosing.$inferInsert): void {
  tx.insert(reserveClosing).values(row).run();
}

export function insertAward(tx: Tx, row: AwardRow): void {
  tx.insert(award).values(row).run();
}

export function findAward(tx: Tx, awardId: Id): AwardRow | null {
  return tx.select().from(award).where(eq(award.id, awardId)).get() ?? null;
}

export function findAwards(tx: Tx, awardIds: readonly Id[]): AwardRow[] {
  if (awardIds.length === 0) return [];
  return tx
    .select()
    .from(award)
    .where(inArray(award.id, [...awardIds]))
    .all();
}

export function findAwardOfApplication(tx: Tx, applicationId: Id): AwardRow | null {
  return tx.select().from(award).where(eq(award.applicationId, applicationId)).get() ?? null;
}

export function findAwardsOfCall(tx: Tx, callId: Id): AwardRow[] {
  return tx.select().from(award).where(eq(award.callId, callId)).orderBy(asc(award.offeredAt), asc(award.id)).all();
}

const awardsOfCalls = prepared((tx) =>
  tx
    .select()
    .from(award)
    .where(isAmong(award.callId, 'callIds'))
    .orderBy(asc(award.offeredAt), asc(award.id))
    .prepare(),
);

export function findAwardsOfCalls(tx: Tx, callIds: readonly Id[]): AwardRow[] {
  return awardsOfCalls(tx).all({ callIds: listed(callIds) });
}

const awardsByApplication = prepared((tx) =>
  tx.select().from(award).where(isAmong(award.applicationId, 'applicationIds')).prepare(),
);

export function findAwardsOfApplications(tx: Tx, applicationIds: readonly Id[]): AwardRow[] {
  return awardsByApplication(tx).all({ applicationIds: listed(applicationIds) });
}

export function findAwardsOfPerson(tx: Tx, personId: Id): AwardRow[] {
  return tx
    .select()
    .from(award)
    .where(eq(award.recipientId, personId))
    .orderBy(asc(award.offeredAt), asc(award.id))
    .all();
}

/** Compare-and-set: of two answers that arrive together, one finds the offer answered. */
export function answerAward(tx: Tx, awardId: Id, state: 'accepted' | 'refused', at: Instant): boolean {
  return (
    tx
      .update(award)
      .set({ state, answeredAt: at })
      .where(and(eq(award.id, awardId), eq(award.state, 'offered')))
      .run().changes === 1
  );
}

export function offerAwardAgain(tx: Tx, awardId: Id, at: Instant, respondBy: Instant): void {
  tx.update(award).set({ offeredAt: at, respondBy }).where(eq(award.id, awardId)).run();
}

export function insertAcceptance(tx: Tx, row: AcceptanceRow): void {
  tx.insert(acceptance).values(row).run();
}

export function findAcceptance(tx: Tx, awardId: Id): AcceptanceRow | null {
  return tx.select().from(acceptance).where(eq(acceptance.awardId, awardId)).get() ?? null;
}
