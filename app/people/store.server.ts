import { and, asc, desc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import type { Duty, DutyName } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { duty, formerName, partner, person, phoneNumber, session, signInCode } from '#db/schema/people.ts';
import type { PartnerContact } from './rules/contact.ts';

export type Person = typeof person.$inferSelect;
export type Partner = typeof partner.$inferSelect;

const personById = prepared((tx) =>
  tx
    .select()
    .from(person)
    .where(eq(person.id, sql.placeholder('personId')))
    .prepare(),
);

export function findPerson(tx: Tx, personId: Id): Person | null {
  return personById(tx).get({ personId }) ?? null;
}

export function findPersonByEmail(tx: Tx, email: string): Person | null {
  return tx.select().from(person).where(eq(person.email, email)).get() ?? null;
}

const peopleById = prepared((tx) => tx.select().from(person).where(isAmong(person.id, 'personIds')).prepare());

export function findPeople(tx: Tx, personIds: readonly Id[]): Person[] {
  return peopleById(tx).all({ personIds: listed(personIds) });
}

const formerNames = prepared((tx) =>
  tx.select().from(formerName).where(isAmong(formerName.personId, 'personIds')).prepare(),
);

export function findFormerNames(tx: Tx, personIds: readonly Id[]): (typeof formerName.$inferSelect)[] {
  return formerNames(tx).all({ personIds: listed(personIds) });
}

export function insertPerson(tx: Tx, row: typeof person.$inferInsert): void {
  tx.insert(person).values(row).run();
}

export function renamePerson(tx: Tx, personId: Id, name: string): void {
  tx.update(person).set({ name }).where(eq(person.id, personId)).run();
}

/** @param chosenAt  null while the language is only supposed */
export function writeLanguage(tx: Tx, personId: Id, language: string, chosenAt: Instant | null): void {
  tx.update(person).set({ language, languageChosenAt: chosenAt }).where(eq(person.id, personId)).run();
}

const dutiesOfPerson = prepared((tx) =>
  tx
    .select({ partnerId: duty.partnerId, duty: duty.duty })
    .from(duty)
    .where(eq(duty.personId, sql.placeholder('personId')))
    .orderBy(asc(duty.partnerId), asc(duty.duty))
    .prepare(),
);

export function dutiesOf(tx: Tx, personId: Id): Duty[] {
  return dutiesOfPerson(tx).all({ personId });
}

export function insertDuty(tx: Tx, personId: Id, partnerId: Id, name: DutyName): void {
  tx.insert(duty).values({ personId, partnerId, duty: name }).onConflictDoNothing().run();
}

export function staffOf(tx: Tx, partnerId: Id): { personId: Id; name: string; email: string; duty: DutyName }[] {
  return tx
    .select({ personId: person.id, name: person.name, email: person.email, duty: duty.duty })
    .from(duty)
    .innerJoin(person, eq(person.id, duty.personId))
    .where(eq(duty.partnerId, partnerId))
    .orderBy(asc(person.name))
    .all();
}

/** Every duty of managing that anybody has. */
export function findManagers(tx: Tx): { personId: Id; partnerId: Id }[] {
  return tx
    .select({ personId: duty.personId, partnerId: duty.partnerId })
    .from(duty)
    .where(eq(duty.duty, 'manager'))
    .orderBy(asc(duty.personId), asc(duty.partnerId))
    .all();
}

const partnerById = prepared((tx) =>
  tx
    .select()
    .from(partner)
    .where(eq(partner.id, sql.placeholder('partnerId')))
    .prepare(),
);

export function findPartner(tx: Tx, partnerId: Id): Partner | null {
  return partnerById(tx).get({ partnerId }) ?? null;
}

const partnersById = prepared((tx) =>
  tx.select().from(partner).where(isAmong(partner.id, 'partnerIds')).orderBy(asc(partner.name)).prepare(),
);

export function findPartners(tx: Tx, partnerIds: readonly Id[]): Partner[] {
  return partnersById(tx).all({ partnerIds: listed(partnerIds) });
}

export function insertPartner(tx: Tx, row: typeof partner.$inferInsert): void {
  tx.insert(partner).values(row).run();
}

export function writeContact(tx: Tx, partnerId: Id, contact: PartnerContact): void {
  tx.update(partner).set(contact).where(eq(partner.id, partnerId)).run();
}

export function codesSentSince(tx: Tx, email: string, since: Instant): Instant[] {
  return tx
    .select({ sentAt: signInCode.sentAt })
    .from(signInCode)
    .where(and(eq(signInCode.email, email), gt(signInCode.sentAt, since)))
    .all()
    .map((row) => row.sentAt);
}

export function newestCode(tx: Tx, email: string): typeof signInCode.$inferSelect | null {
  return (
    tx
      .select()
      .from(signInCode)
      .where(eq(signInCode.email, email))
      .orderBy(desc(signInCode.sentAt), desc(signInCode.id))
      .limit(1)
      .get() ?? null
  );
}

export function insertCode(tx: Tx, row: typeof signInCode.$inferInsert): void {
  tx.insert(signInCode).values(row).run();
}

export function countWrongTry(tx: Tx, codeId: Id, wrongTries: number): void {
  tx.update(signInCode).set({ wrongTries }).where(eq(signInCode.id, codeId)).run();
}

/** Compare-and-set: of two requests with the same code, one is told that it was used. */
export function spendCode(tx: Tx, codeId: Id, at: Instant): boolean {
  return (
    tx
      .update(signInCode)
      .set({ usedAt: at })
      .where(and(eq(signInCode.id, codeId), isNull(signInCode.usedAt)))
      .run().changes === 1
  );
}

/** Codes are good for minutes: what is older only tells who asked for one. */
export function deleteCodesBefore(tx: Tx, before: Instant): void {
  tx.delete(signInCode).where(lt(signInCode.sentAt, before)).run();
}

/** Sessions keep their end in seconds: Lucia's unit. */
export function deleteSessionsBefore(tx: Tx, before: Instant): void {
  tx.delete(session)
    .where(lt(session.expiresAt, Math.floor(before / 1_000)))
    .run();
}

const sessionById = prepared((tx) =>
  tx
    .select({ seenAt: session.seenAt })
    .from(session)
    .where(eq(session.id, sql.placeholder('hashedId')))
    .prepare(),
);

export function sessionSeenAt(tx: Tx, hashedId: string): Instant | null {
  return sessionById(tx).get({ hashedId })?.seenAt ?? null;
}

export function markSessionSeen(tx: Tx, hashedId: string, at: Instant): void {
  tx.update(session).set({ seenAt: at }).where(eq(session.id, hashedId)).run();
}

export type PhoneRow = typeof phoneNumber.$inferSelect;

export function findPhone(tx: Tx, personId: Id): PhoneRow | null {
  return tx.select().from(phoneNumber).where(eq(phoneNumber.personId, personId)).get() ?? null;
}

const confirmedPhones = prepared((tx) =>
  tx
    .select({ personId: phoneNumber.personId, number: phoneNumber.number })
    .from(phoneNumber)
    .where(and(isAmong(phoneNumber.personId, 'personIds'), isNotNull(phoneNumber.confirmedAt)))
    .prepare(),
);

export function findConfirmedPhones(tx: Tx, personIds: readonly Id[]): { personId: Id; number: string }[] {
  return confirmedPhones(tx).all({ personIds: listed(personIds) });
}

/** Another number, or another code for the same one: it has to be confirmed again. */
export function writePhone(tx: Tx, row: Pick<PhoneRow, 'personId' | 'number' | 'codeHash' | 'sentAt'>): void {
  const unconfirmed = { ...row, wrongTries: 0, confirmedAt: null };
  tx.insert(phoneNumber)
    .values(unconfirmed)
    .onConflictDoUpdate({ target: phoneNumber.personId, set: unconfirmed })
    .run();
}

export function changePhone(tx: Tx, personId: Id, change: Partial<Pick<PhoneRow, 'wrongTries' | 'confirmedAt'>>): void {
  tx.update(phoneNumber).set(change).where(eq(phoneNumber.personId, personId)).run();
}

export function deletePhone(tx: Tx, personId: Id): void {
  tx.delete(phoneNumber).where(eq(phoneNumber.personId, personId)).run();
}
