import { and, asc, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { panelInterest, panelOffer } from '#db/schema/assessment-people.ts';
import type { Interest, InterestState, PanelOffer } from '../rules/panel-offer.ts';
import { CONSENT_VERSION } from '../rules/seat-terms.ts';

export type InterestRow = typeof panelInterest.$inferSelect;

export function writeOffer(tx: Tx, callId: Id, offer: PanelOffer, by: Id, at: Instant): void {
  const row = { ...offer, savedAt: at, savedBy: by };
  tx.insert(panelOffer)
    .values({ callId, ...row })
    .onConflictDoUpdate({ target: panelOffer.callId, set: row })
    .run();
}

export function findInterest(tx: Tx, callId: Id, personId: Id): InterestRow | null {
  const isTheirs = and(eq(panelInterest.callId, callId), eq(panelInterest.personId, personId));
  return tx.select().from(panelInterest).where(isTheirs).get() ?? null;
}

export function findInterestById(tx: Tx, interestId: Id): InterestRow | null {
  return tx.select().from(panelInterest).where(eq(panelInterest.id, interestId)).get() ?? null;
}

/** Everybody who has put their name down for a call and not taken it back, the first first. */
export function findInterestsOf(tx: Tx, callId: Id): InterestRow[] {
  return tx
    .select()
    .from(panelInterest)
    .where(eq(panelInterest.callId, callId))
    .orderBy(asc(panelInterest.sentAt), asc(panelInterest.id))
    .all();
}

/** Puts a name down, over what the same person said before. */
export function writeInterest(
  tx: Tx,
  row: Interest & { readonly id: Id; readonly callId: Id; readonly personId: Id },
  at: Instant,
): void {
  const said = { ...row, consentVersion: CONSENT_VERSION, sentAt: at, state: 'waiting' as const };
  const { id: _, callId: __, personId: ___, ...again } = said;
  tx.insert(panelInterest)
    .values(said)
    .onConflictDoUpdate({
      target: [panelInterest.callId, panelInterest.personId],
      set: { ...again, answeredAt: null, answeredBy: null },
    })
    .run();
}

export function removeInterest(tx: Tx, interestId: Id): void {
  tx.delete(panelInterest).where(eq(panelInterest.id, interestId)).run();
}

export function setInterestAnswer(
  tx: Tx,
  interestId: Id,
  state: Exclude<InterestState, 'waiting'>,
  by: Id,
  at: Instant,
): void {
  tx.update(panelInterest).set({ state, answeredAt: at, answeredBy: by }).where(eq(panelInterest.id, interestId)).run();
}
