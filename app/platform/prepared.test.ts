import { asc, eq, sql } from 'drizzle-orm';
import { describe, expect, it, vi } from 'vitest';
import { done, refused } from '#app/kernel/outcome.ts';
import { person } from '#db/schema/people.ts';
import { testWorld } from '#test/world/test-world.ts';
import { isAmong, listed, prepared } from './prepared.server.ts';

const personByName = prepared((tx) =>
  tx
    .select({ id: person.id })
    .from(person)
    .where(eq(person.name, sql.placeholder('name')))
    .prepare(),
);

const namesAmong = prepared((tx) =>
  tx
    .select({ name: person.name })
    .from(person)
    .where(isAmong(person.name, 'names'))
    .orderBy(asc(person.name))
    .prepare(),
);

describe('preparing a query once', () => {
  it('compiles it for the first asking only, outside a transaction and inside', () => {
    const world = testWorld();
    const amina = world.person('Amina');
    const context = world.as(null);
    const compile = vi.spyOn(world.db.$client, 'prepare');
    expect(personByName(context.db).get({ name: 'Amina' })).toEqual({ id: amina });
    expect(personByName(context.db).get({ name: 'Bilal' })).toBeUndefined();
    expect(context.transact((tx) => done(personByName(tx).get({ name: 'Amina' })))).toEqual(done({ id: amina }));
    expect(compile).toHaveBeenCalledTimes(1);
  });

  it('keeps the databases apart', () => {
    const [one, other] = [testWorld(), testWorld()];
    const amina = one.person('Amina');
    expect(personByName(one.db).get({ name: 'Amina' })).toEqual({ id: amina });
    expect(personByName(other.db).get({ name: 'Amina' })).toBeUndefined();
  });

  it('sees what its transaction has written, and nothing of it once that was refused', () => {
    const world = testWorld();
    const amina = world.person('Amina');
    const context = world.as(null);
    context.transact((tx) => {
      tx.update(person).set({ name: 'Amina B.' }).where(eq(person.id, amina)).run();
      expect(personByName(tx).get({ name: 'Amina B.' })).toEqual({ id: amina });
      return refused('not-now');
    });
    expect(personByName(context.db).get({ name: 'Amina' })).toEqual({ id: amina });
  });

  it('asks for lists of any length, and for words that look like SQL', () => {
    const world = testWorld();
    const names = ['Amina', 'Bilal', `Dara "the 'first'" \\ O'Neill`];
    for (const name of names) world.person(name);
    const ask = (asked: readonly string[]) =>
      namesAmong(world.db)
        .all({ names: listed(asked) })
        .map((row) => row.name);
    expect(ask([])).toEqual([]);
    expect(ask(['Bilal'])).toEqual(['Bilal']);
    expect(ask([...names, 'nobody'])).toEqual(names);
  });

  it('throws when a value is missing, rather than asking for nothing', () => {
    expect(() => personByName(testWorld().db).get({})).toThrow('name');
  });
});
