import { describe, expect, it } from 'vitest';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { testWorld } from '#test/world/test-world.ts';
import { shortlistedCall } from '#test/world/trial-award.ts';
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
