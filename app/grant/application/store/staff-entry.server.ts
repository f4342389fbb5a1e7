import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';
import { claimCode, entryWithdrawal } from '#db/schema/application-entry.ts';
import { staffEntry } from '#db/schema/application-help.ts';
import { applicationHandover } from '#db/schema/application-team.ts';
import type { ConfirmMeans } from '../rules/staff-entry.ts';

export type StaffEntry = typeof staffEntry.$inferSelect;

export function insertEntry(
  tx: Tx,
  row: Omit<StaffEntry, 'claimedAt' | 'claimedBy' | 'confirmedAt' | 'confirmedBy' | 'confirmedMeans'>,
): void {
  tx.insert(staffEntry).values(row).run();
}

export function findEntry(tx: Tx, applicationId: Id): StaffEntry | null {
  return tx.select().from(staffEntry).where(eq(staffEntry.applicationId, applicationId)).get() ?? null;
}

/** By the code that was made last: one that was replaced opens nothing. */
export function findEntryByHash(tx: Tx, claimHash: string): StaffEntry | null {
  const anew = tx.select().from(claimCode).where(eq(claimCode.claimHash, claimHash)).get();
  if (anew !== undefined) {
    return countNewCodes(tx, anew.applicationId) === anew.number ? findEntry(tx, anew.applicationId) : null;
  }
  const entry = tx.select().from(staffEntry).where(eq(staffEntry.claimHash, claimHash)).get() ?? null;
  return entry !== null && countNewCodes(tx, entry.applicationId) === 0 ? entry : null;
}

export type NewCode = typeof claimCode.$inferSelect;

/** Every code that was made anew, the first one first. */
export function findNewCodes(tx: Tx, applicationId: Id): NewCode[] {
  return tx
    .select()
    .from(claimCode)
    .where(eq(claimCode.applicationId, applicationId))
    .orderBy(asc(claimCode.number))
    .all();
}

function countNewCodes(tx: Tx, applicationId: Id): number {
  return findNewCodes(tx, applicationId).length;
}

export function isNewCodeMade(tx: Tx, codeId: Id): boolean {
  return tx.select({ id: claimCode.id }).from(claimCode).where(eq(claimCode.id, codeId)).get() !== undefined;
}

export function insertNewCode(tx: Tx, row: NewCode): void {
  tx.insert(claimCode).values(row).run();
}

export function insertEntryWithdrawal(tx: Tx, row: typeof entryWithdrawal.$inferInsert): void {
  tx.insert(entryWithdrawal).values(row).run();
}

export function findEntryWithdrawal(tx: Tx, applicationId: Id): typeof entryWithdrawal.$inferSelect | null {
  return tx.select().from(entryWithdrawal).where(eq(entryWithdrawal.applicationId, applicationId)).get() ?? null;
}

const writersAmong = prepared((tx) =>
  tx
    .select({ applicationId: staffEntry.applicationId, enteredBy: staffEntry.enteredBy })
    .from(staffEntry)
    .where(isAmong(staffEntry.applicationId, 'applicationIds'))
    .prepare(),
);

/** Who wrote which of these applications down for somebody: one query, however many there are. */
export function findWritersAmong(tx: Tx, applicationIds: readonly Id[]): { applicationId: Id; enteredBy: Id }[] {
  return writersAmong(tx).all({ applicationIds: listed(applicationIds) });
}

const phonesAmong = prepared((tx) =>
  tx
    .select({ applicationId: staffEntry.applicationId, phone: staffEntry.phone })
    .from(staffEntry)
    .where(and(isAmong(staffEntry.applicationId, 'applicationIds'), ne(staffEntry.phone, '')))
    .prepare(),
);

/** The telephones of those who had an application written down: one query, however many there are. */
export function findPhonesAmong(tx: Tx, applicationIds: readonly Id[]): { applicationId: Id; phone: string }[] {
  return phonesAmong(tx).all({ applicationIds: listed(applicationIds) });
}

export type EntryOfCall = StaffEntry & {
  readonly reference: string;
  readonly state: 'draft' | 'submitted' | 'withdrawn';
};

const entriesTo = prepared((tx) =>
  tx
    .select({
      applicationId: staffEntry.applicationId,
      enteredBy: staffEntry.enteredBy,
      reference: application.reference,
      callId: application.callId,
      applicantId: application.applicantId,
    })
    .from(staffEntry)
    .innerJoin(application, eq(application.id, staffEntry.applicationId))
    .where(and(eq(staffEntry.letterTo, sql.placeholder('personId')), ne(application.state, 'withdrawn')))
    .orderBy(asc(staffEntry.startedAt), asc(staffEntry.applicationId))
    .prepare(),
);

/** What was written down for somebody by a letter to them and was not taken back, whoever owns it, the oldest first. */
export function findEntriesTo(tx: Tx, personId: Id) {
  return entriesTo(tx).all({ personId });
}

/** What a member of staff has written down in a call, as it was begun. */
export function findEntriesBy(tx: Tx, callId: Id, enteredBy: Id): EntryOfCall[] {
  return tx
    .select({ entry: staffEntry, reference: application.reference, state: application.state })
    .from(staffEntry)
    .innerJoin(application, eq(application.id, staffEntry.applicationId))
    .where(and(eq(application.callId, callId), eq(staffEntry.enteredBy, enteredBy)))
    .orderBy(asc(staffEntry.startedAt))
    .all()
    .map(({ entry, reference, state }) => ({ ...entry, reference, state }));
}

export function markClaimed(tx: Tx, applicationId: Id, by: Id, now: Instant): void {
  tx.update(staffEntry).set({ claimedAt: now, claimedBy: by }).where(eq(staffEntry.applicationId, applicationId)).run();
}

/** Confirmed again after a change: the last word counts. */
export function markConfirmed(tx: Tx, applicationId: Id, means: ConfirmMeans, by: Id, now: Instant): void {
  tx.update(staffEntry)
    .set({ confirmedAt: now, confirmedBy: by, confirmedMeans: means })
    .where(eq(staffEntry.applicationId, applicationId))
    .run();
}

/** The code on paper is the yes of whoever gave it away: the handover is asked and answered in one stroke. */
export function handOverByCode(
  tx: Tx,
  applicationId: Id,
  handover: { readonly id: Id; readonly fromId: Id; readonly toId: Id },
  now: Instant,
): void {
  tx.update(applicationHandover)
    .set({ answer: 'taken-back', answeredAt: now })
    .where(and(eq(applicationHandover.applicationId, applicationId), isNull(applicationHandover.answer)))
    .run();
  tx.insert(applicationHandover)
    .values({ ...handover, applicationId, askedAt: now })
    .run();
  tx.update(applicationHandover)
    .set({ answer: 'accepted', answeredAt: now })
    .where(eq(applicationHandover.id, handover.id))
    .run();
  tx.update(application).set({ applicantId: handover.toId }).where(eq(application.id, applicationId)).run();
}
