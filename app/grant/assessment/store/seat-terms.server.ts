import { asc, eq, inArray } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { panelMember } from '#db/schema/assessment.ts';
import { panelOffer, practiceSheet, seatLink, seatTerms } from '#db/schema/assessment-people.ts';
import { CONSENT_VERSION, type SeatAgreement, type SeatLink } from '../rules/seat-terms.ts';

export type OfferRow = typeof panelOffer.$inferSelect;
export type TermsRow = typeof seatTerms.$inferSelect;
export type PracticeRow = typeof practiceSheet.$inferSelect;

export function findOffer(tx: Tx, callId: Id): OfferRow | null {
  return tx.select().from(panelOffer).where(eq(panelOffer.callId, callId)).get() ?? null;
}

export function findSeatTerms(tx: Tx, memberId: Id): TermsRow | null {
  return tx.select().from(seatTerms).where(eq(seatTerms.memberId, memberId)).get() ?? null;
}

/** What every member of a panel agreed to; those who were never asked are missing. */
export function findTermsOfPanel(tx: Tx, callId: Id): TermsRow[] {
  return tx
    .select({ terms: seatTerms })
    .from(seatTerms)
    .innerJoin(panelMember, eq(panelMember.id, seatTerms.memberId))
    .where(eq(panelMember.callId, callId))
    .all()
    .map(({ terms }) => terms);
}

export function findLinks(tx: Tx, memberId: Id): SeatLink[] {
  return tx
    .select({ kind: seatLink.kind, name: seatLink.name })
    .from(seatLink)
    .where(eq(seatLink.memberId, memberId))
    .orderBy(asc(seatLink.toldAt), asc(seatLink.id))
    .all();
}

/** Writes what a member agrees to over what she agreed to before; she consented when she first did to this version. */
export function writeSeatTerms(
  tx: Tx,
  memberId: Id,
  { links, ...terms }: SeatAgreement,
  at: Instant,
  newId: () => Id,
): void {
  const before = findSeatTerms(tx, memberId);
  const consentedAt = before?.consentVersion === CONSENT_VERSION ? before.consentedAt : at;
  const row = { ...terms, consentVersion: CONSENT_VERSION, consentedAt, changedAt: at };
  tx.insert(seatTerms)
    .values({ memberId, ...row })
    .onConflictDoUpdate({ target: seatTerms.memberId, set: row })
    .run();
  writeLinks(tx, memberId, links, at, newId);
}

/** What is named as before keeps its row, and when it was told. */
function writeLinks(tx: Tx, memberId: Id, links: readonly SeatLink[], at: Instant, newId: () => Id): void {
  const isSame = (one: SeatLink, other: SeatLink) => one.kind === other.kind && one.name === other.name;
  const before = tx.select().from(seatLink).where(eq(seatLink.memberId, memberId)).all();
  const gone = before.filter((row) => !links.some((link) => isSame(link, row))).map(({ id }) => id);
  if (gone.length > 0) tx.delete(seatLink).where(inArray(seatLink.id, gone)).run();
  for (const link of links) {
    if (before.some((row) => isSame(row, link))) continue;
    tx.insert(seatLink)
      .values({ id: newId(), memberId, ...link, toldAt: at })
      .run();
  }
}

/** The practice sheets of every member of a panel. */
export function findPracticeOfPanel(tx: Tx, callId: Id): PracticeRow[] {
  return tx
    .select({ sheet: practiceSheet })
    .from(practiceSheet)
    .innerJoin(panelMember, eq(panelMember.id, practiceSheet.memberId))
    .where(eq(panelMember.callId, callId))
    .all()
    .map(({ sheet }) => sheet);
}

export function findPracticeOf(tx: Tx, memberId: Id): PracticeRow[] {
  return tx.select().from(practiceSheet).where(eq(practiceSheet.memberId, memberId)).all();
}

export function insertPractice(tx: Tx, row: PracticeRow): void {
  tx.insert(practiceSheet).values(row).run();
}
