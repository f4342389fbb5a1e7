import { and, asc, eq, isNull, max, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';
import { carriedOver, carriedWords, carryConsent, carryInvitation } from '#db/schema/application-carrying.ts';

export type CarriedWordsRow = typeof carriedWords.$inferSelect;

export function findConsent(tx: Tx, applicationId: Id): { id: Id; givenAt: Instant } | null {
  const isLive = and(eq(carryConsent.applicationId, applicationId), isNull(carryConsent.withdrawnAt));
  return (
    tx.select({ id: carryConsent.id, givenAt: carryConsent.givenAt }).from(carryConsent).where(isLive).get() ?? null
  );
}

export function insertConsent(tx: Tx, row: { id: Id; applicationId: Id; givenAt: Instant; givenBy: Id }): void {
  tx.insert(carryConsent)
    .values({ ...row, withdrawnAt: null })
    .run();
}

export function markConsentWithdrawn(tx: Tx, consentId: Id, now: Instant): void {
  tx.update(carryConsent).set({ withdrawnAt: now }).where(eq(carryConsent.id, consentId)).run();
}

const consentedIn = prepared((tx) =>
  tx
    .select({ id: application.id, callId: application.callId, applicantId: application.applicantId })
    .from(carryConsent)
    .innerJoin(application, eq(application.id, carryConsent.applicationId))
    .where(and(isNull(carryConsent.withdrawnAt), isAmong(application.callId, 'callIds')))
    .orderBy(asc(application.id))
    .prepare(),
);

/** The applications of these calls whose groups agreed to be asked again: one query. */
export function findConsented(tx: Tx, callIds: readonly Id[]): { id: Id; callId: Id; applicantId: Id }[] {
  return consentedIn(tx).all({ callIds: listed(callIds) });
}

export function findInvited(tx: Tx, toCallId: Id): Id[] {
  return tx
    .select({ applicationId: carryInvitation.applicationId })
    .from(carryInvitation)
    .where(eq(carryInvitation.toCallId, toCallId))
    .all()
    .map(({ applicationId }) => applicationId);
}

export function insertInvitation(
  tx: Tx,
  row: { applicationId: Id; toCallId: Id; invitedAt: Instant; invitedBy: Id },
): void {
  tx.insert(carryInvitation).values(row).run();
}

export function insertCarriedOver(tx: Tx, applicationId: Id, fromId: Id, now: Instant): void {
  tx.insert(carriedOver).values({ applicationId, fromId, carriedAt: now }).onConflictDoNothing().run();
}

export function isCarriedOver(tx: Tx, applicationId: Id, fromId: Id): boolean {
  const isIt = and(eq(carriedOver.applicationId, applicationId), eq(carriedOver.fromId, fromId));
  return tx.select().from(carriedOver).where(isIt).get() !== undefined;
}

/** After whatever was kept before. */
export function insertCarriedWords(
  tx: Tx,
  applicationId: Id,
  words: readonly Omit<CarriedWordsRow, 'applicationId' | 'place'>[],
): void {
  const last =
    tx
      .select({ place: max(carriedWords.place) })
      .from(carriedWords)
      .where(eq(carriedWords.applicationId, applicationId))
      .get()?.place ?? 0;
  for (const [index, row] of words.entries()) {
    tx.insert(carriedWords)
      .values({ ...row, applicationId, place: last + index + 1 })
      .run();
  }
}

const wordsOf = prepared((tx) =>
  tx
    .select()
    .from(carriedWords)
    .where(eq(carriedWords.applicationId, sql.placeholder('applicationId')))
    .orderBy(asc(carriedWords.place))
    .prepare(),
);

export function findCarriedWords(tx: Tx, applicationId: Id): CarriedWordsRow[] {
  return wordsOf(tx).all({ applicationId });
}
