import { describe, expect, it } from 'vitest';
import type { PageFrom } from '#app/kernel/paging.ts';
import { insertDuty } from '#app/people/store.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { testWorld } from '#test/world/test-world.ts';
import { offeredRound, shortlistedCall } from '#test/world/trial-award.ts';
import { hideFrom } from '../application/commands/hide-from.server.ts';
import { messageForStaff, outbox } from './queries/outbox.server.ts';

describe('the time of a message', () => {
  it('is told in the zone that the partner’s calls live by', async () => {
    const world = testWorld();
    const { staff } = shortlistedCall(world, undefined, { timeZone: 'Europe/Helsinki' });
    await keepPromises(() => world.as(null), keepers);
    const messages = outbox(world.as(staff.Grace))?.messages ?? [];
    expect(messages.length).toBeGreaterThan(0);
    expect(new Set(messages.map((message) => message.timeZone))).toEqual(new Set(['Europe/Helsinki']));
    expect(messageForStaff(world.as(staff.Grace), messages[0]?.id ?? '')?.timeZone).toBe('Europe/Helsinki');
  });
});

describe('the messages of a partner with many', () => {
  it('are turned by key and both ways, and found by whom they were written to', async () => {
    const world = testWorld();
    const { staff, partnerId } = shortlistedCall(world);
    const write = (place: number) => ({
      id: world.newId(),
      promiseId: world.newId(),
      recipient: `Person-${place}@people.example`,
      subject: place % 2 === 0 ? 'A letter' : '',
      html: '',
      text: 'Bring a cup.',
      secret: false,
      partnerId,
      state: 'kept' as const,
      writtenAt: world.now() + Math.floor(place / 3),
      tryAfter: world.now(),
    });
    for (let place = 0; place < 130; place += 1) world.db.insert(message).values(write(place)).run();
    const page = (...asked: [PageFrom | null]) => outbox(world.as(staff.Grace), undefined, ...asked);
    const first = page(null);
    expect([first?.messages.length, first?.before]).toEqual([100, null]);
    expect(first?.messages[0]?.writtenAt).toBe(world.now() + 43);
    const second = page({ toward: 'after', id: first?.after ?? '' });
    expect([second?.messages.length, second?.after]).toEqual([30, null]);
    const ids = [...(first?.messages ?? []), ...(second?.messages ?? [])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(130);
    expect(page({ toward: 'before', id: second?.before ?? '' })).toEqual(first);
    const to = outbox(world.as(staff.Grace), { state: 'kept', to: 'PERSON-77@' });
    expect(to?.messages).toMatchObject([{ recipient: 'Person-77@people.example', subject: 'Bring a cup.' }]);
    expect(outbox(world.as(staff.Grace), { state: 'failed', to: null })?.messages).toEqual([]);
  });
});

describe('the letters of somebody who has named a manager', () => {
  it('are not in her outbox, not even those from before, and stay in a colleague’s', async () => {
    const world = testWorld();
    const { staff, partnerId, people, applications } = offeredRound(world);
    const gail = world.person('Gail');
    insertDuty(world.db, gail, partnerId, 'manager');
    await keepPromises(() => world.as(null), keepers);
    const amina = (context: Context) =>
      (outbox(context)?.messages ?? []).filter(({ recipient }) => recipient === 'amina@people.example');
    const before = amina(world.as(staff.Grace));
    expect(before.length).toBeGreaterThan(2);
    const named = { kind: 'person', name: 'Grace', email: null } as const;
    expect(hideFrom(world.as(people.Amina ?? ''), applications.Amina ?? '', named).ok).toBe(true);
    expect(amina(world.as(staff.Grace))).toEqual([]);
    expect(
      outbox(world.as(staff.Grace))
        ?.messages.map(({ subject }) => subject)
        .join(),
    ).not.toContain('Amina');
    for (const { id } of before) {
      expect(messageForStaff(world.as(staff.Grace), id)).toBeNull();
      expect(messageForStaff(world.as(gail), id)).not.toBeNull();
    }
    expect(outbox(world.as(staff.Grace))?.messages.length).toBeGreaterThan(2);
  });
});
