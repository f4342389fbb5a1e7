import type { Actor } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import {
  dutiesOf,
  findConfirmedPhones,
  findFormerNames,
  findManagers,
  findPartner,
  findPartners,
  findPeople,
  findPerson,
  findPhone,
  type Partner,
  type Person,
  staffOf,
} from '../store.server.ts';

export type { Person };

/** Who a person is to the rules. */
export function actorOf(context: Pick<Context, 'db'>, personId: Id): Actor {
  return { personId, duties: dutiesOf(context.db, personId) };
}

/** Somebody by id; whoever asks checks what its reader may see of them. */
export function personById(context: Pick<Context, 'db'>, personId: Id): Person | null {
  return findPerson(context.db, personId);
}

/** Names by id, for lists: one query however long the list. */
export function peopleById(context: Pick<Context, 'db'>, personIds: readonly Id[]): ReadonlyMap<Id, Person> {
  return new Map(findPeople(context.db, personIds).map((found) => [found.id, found]));
}

/** What people were called before, for those who were called anything else: to compare with, never to show. */
export function formerNamesOf(context: Pick<Context, 'db'>, personIds: readonly Id[]): ReadonlyMap<Id, string[]> {
  const rows = findFormerNames(context.db, personIds);
  return new Map(
    [...Map.groupBy(rows, ({ personId }) => personId)].map(([id, held]) => [id, held.map(({ name }) => name)]),
  );
}

/** An awarding partner by id: its name and office address are public. */
export function partnerById(context: Pick<Context, 'db'>, partnerId: Id): Partner | null {
  return findPartner(context.db, partnerId);
}

/** Partners by id, for lists: one query however long the list. */
export function partnersById(context: Pick<Context, 'db'>, partnerIds: readonly Id[]): ReadonlyMap<Id, Partner> {
  return new Map(findPartners(context.db, partnerIds).map((found) => [found.id, found]));
}

/** The partners the signed-in person works for, by name. */
export function myPartners(context: Context): Partner[] {
  const ids = [...new Set((context.actor?.duties ?? []).map((held) => held.partnerId))];
  return findPartners(context.db, ids);
}

/** A partner's staff with their duties, by name; whoever asks checks its reader. */
export function partnerStaff(context: Context, partnerId: Id) {
  return staffOf(context.db, partnerId);
}

/** Who manages what, once for each partner that somebody manages: for jobs that go round to everybody. */
export function everyManager(context: Pick<Context, 'db'>): { personId: Id; partnerId: Id }[] {
  return findManagers(context.db);
}

/** The confirmed telephones of those who have one: one query however many. To compare with, never to show. */
export function phonesOf(context: Pick<Context, 'db'>, personIds: readonly Id[]): ReadonlyMap<Id, string> {
  return new Map(findConfirmedPhones(context.db, personIds).map(({ personId, number }) => [personId, number]));
}

/** The telephone that somebody wants text messages on besides letters; null before its code came back. */
export function phoneOf(context: Pick<Context, 'db'>, personId: Id): string | null {
  const phone = findPhone(context.db, personId);
  return phone === null || phone.confirmedAt === null ? null : phone.number;
}
