import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { statementsIn } from '#test/world/statements-in.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { staffList } from './queries/staff-list.server.ts';
import type { Details } from './rules/details.ts';
import { type Cursor, type ListFilter, type ListOrder, NO_FILTER, PAGE_ROWS, SORTS } from './rules/listing.ts';

const BY_REFERENCE: ListOrder = { sort: 'reference', isDescending: false };

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('ground', { Grace: ['manager'], Finn: ['finance'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const send = (name: string, changes: Partial<Details> = {}) => submitted(world, world.person(name), call, changes);
  return { world, call, grace, finn: staff.Finn ?? '', send };
}

function listIn(world: TestWorld, who: Id, callId: Id) {
  return (filter: Partial<ListFilter> = {}, order: ListOrder = BY_REFERENCE, cursor: Cursor | null = null) => {
    const page = staffList(world.as(who), callId, { filter: { ...NO_FILTER, ...filter }, order, cursor });
    if (page === null) throw new Error('this person may not list it');
    return page;
  };
}

describe('the list of applications', () => {
  it('holds what was sent, also what was taken back later, and only counts drafts', async () => {
    const { world, call, grace, send } = office();
    const kitchen = send('Amina');
    const garden = send('Bo', { title: 'A garden for the street' });
    writtenDraft(world, world.person('Cem'), call, { title: 'Still secret' });
    await withdrawApplication(world.as(world.person('Bo')), garden);
    const { rows, draftCount, all } = listIn(world, grace, call.id)();
    expect(rows.map(({ applicationId, state }) => [applicationId, state]).toSorted()).toEqual(
      [
        [kitchen, 'submitted'],
        [garden, 'withdrawn'],
      ].toSorted(),
    );
    expect([all.count, draftCount]).toEqual([2, 1]);
  });

  it('is for the managers of the partner, and for nobody else', () => {
    const { world, call, finn, send } = office();
    send('Amina');
    const otto = world.partner('other', { Otto: ['manager'] }).staff.Otto ?? '';
    const asked = { filter: NO_FILTER, order: BY_REFERENCE, cursor: null };
    for (const who of [finn, otto, world.person('Amina'), null]) {
      expect(staffList(world.as(who), call.id, asked)).toBeNull();
    }
  });

  it('is narrowed down by everything it says of an application', () => {
    const { world, call, grace, send } = office();
    const kitchen = send('Amina', { city: 'Hull', amountMinor: 100_000, language: 'ar' });
    const garden = send('Bo', { title: 'A garden', theme: call.themes[1] ?? '', amountMinor: 300_000 });
    const list = listIn(world, grace, call.id);
    const found = (filter: Partial<ListFilter>) => list(filter).rows.map((row) => row.applicationId);
    expect(found({ city: 'Hull' })).toEqual([kitchen]);
    expect(found({ language: 'ar' })).toEqual([kitchen]);
    expect(found({ theme: call.themes[1] ?? '' })).toEqual([garden]);
    expect(found({ amountFrom: 100_001 })).toEqual([garden]);
    expect(found({ amountTo: 100_000 })).toEqual([kitchen]);
    expect(found({ amountFrom: 100_000, amountTo: 300_000 })).toHaveLength(2);
    expect(found({ state: 'withdrawn' })).toEqual([]);
    expect(found({ hasRecording: true })).toEqual([]);
    expect(found({ hasRecording: false, eligibility: 'unchecked' })).toHaveLength(2);
    expect(found({ letter: 'waiting' })).toEqual([]);
  });

  it('is searched by reference, title and group, in any script and without accents', () => {
    const { world, call, grace, send } = office();
    const cafe = send('Amina', { title: 'Un café pour tous', groupName: 'مجموعة النساء' });
    send('Bo', { title: 'A garden' });
    const list = listIn(world, grace, call.id);
    const found = (search: string) => list({ search }).rows.map((row) => row.applicationId);
    const { reference } = list().rows.find(({ applicationId }) => applicationId === cafe) ?? { reference: '' };
    for (const typed of ['cafe', 'CAFÉ tou', 'النساء', 'مجموع', reference, reference.slice(3, 7)]) {
      expect(found(typed)).toEqual([cafe]);
    }
    expect(found('afé')).toEqual([]);
    expect(found('café garden')).toEqual([]);
  });

  it('turns pages by key in every order and both ways, missing nobody and showing nobody twice', () => {
    const { world, call, grace, send } = office();
    const count = PAGE_ROWS + 7;
    for (let each = 0; each < count; each += 1) {
      send(`Person ${each}`, { title: `Idea ${each % 5}`, amountMinor: 1_000 + (each % 3), groupName: 'The same' });
      world.pass(1_000);
    }
    const list = listIn(world, grace, call.id);
    for (const sort of SORTS) {
      for (const isDescending of [false, true]) {
        const order = { sort, isDescending };
        const first = list({}, order);
        const second = list({}, order, { toward: 'after', place: first.after ?? 0 });
        const ids = [...first.rows, ...second.rows].map((row) => row.applicationId);
        expect(new Set(ids).size, sort).toBe(count);
        expect([first.before, second.after]).toEqual([null, null]);
        const back = list({}, order, { toward: 'before', place: second.before ?? 0 });
        expect(back.rows).toEqual(first.rows);
        expect(back.before).toBeNull();
      }
    }
    const found = list({ search: 'same' }, { sort: 'amount', isDescending: true });
    expect(found.rows.map((row) => row.amountMinor)).toEqual(
      found.rows.map((row) => row.amountMinor).toSorted((one, other) => other - one),
    );
    expect(
      list({ search: 'same' }, { sort: 'amount', isDescending: true }, { toward: 'after', place: found.after ?? 0 })
        .rows,
    ).toHaveLength(7);
    expect(list({}, { sort: 'title', isDescending: false }).rows[0]?.title).toBe('Idea 0');
  });

  it('begins anew where a link names a row that is not in it', () => {
    const { world, call, grace, send } = office();
    send('Amina');
    const page = listIn(world, grace, call.id)({}, BY_REFERENCE, { toward: 'after', place: 999 });
    expect([page.isLost, page.rows.length]).toEqual([true, 1]);
  });

  it('counts exactly what is counted ahead, and keeps count when something is taken back', async () => {
    const { world, call, grace, send } = office();
    const kitchen = send('Amina', { city: 'Hull', amountMinor: 100_000 });
    send('Bo', { city: 'Hull', amountMinor: 50_000 });
    send('Cem', { city: 'Leeds', amountMinor: 20_000 });
    const list = listIn(world, grace, call.id);
    expect(list({ city: 'Hull' }).match).toEqual({ count: 2, amountMinor: 150_000, isMore: false });
    expect(list({ city: 'Hull', amountTo: 60_000 }).match).toEqual({ count: 1, amountMinor: 50_000, isMore: false });
    await withdrawApplication(world.as(world.person('Amina')), kitchen);
    expect(list({ state: 'submitted' }).match).toEqual({ count: 2, amountMinor: 70_000, isMore: false });
    expect(list({ state: 'withdrawn' }).match.count).toBe(1);
    expect(list().tallies.filter(({ facet }) => facet === 'city')).toMatchObject([{ count: 2 }, { count: 1 }]);
  });

  it('asks the database equally often for one application and for three', async () => {
    const { world, call, grace, send } = office();
    send('Amina');
    const list = listIn(world, grace, call.id);
    list();
    const one = await statementsIn(world, () => list());
    send('Bo');
    send('Cem');
    expect(await statementsIn(world, () => list())).toEqual(one);
    expect(one).toBeGreaterThan(5);
  });
});
