import { describe, expect, it } from 'vitest';
import { insertDuty } from '#app/people/store.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
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
