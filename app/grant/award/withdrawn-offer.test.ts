import { describe, expect, it } from 'vitest';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { offeredRound, type TrialRound } from '#test/world/trial-award.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { offerAwardAgain } from './commands/offer-award-again.server.ts';
import { offerReserve } from './commands/offer-reserve.server.ts';
import { refuseAward } from './commands/refuse-award.server.ts';
import { awardOfApplication } from './queries/award-card.server.ts';
import { awardsDesk } from './queries/awards-desk.server.ts';

const grace = (world: TestWorld, round: TrialRound) => world.as(round.staff.Grace);
const group = (world: TestWorld, round: TrialRound, name: string) => world.as(round.people[name] ?? '');
const application = (round: TrialRound, name: string) => round.applications[name] ?? '';

describe('taking an application back that has an offer', () => {
  it('gives its place and its money back at once, and the office hears why', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    const place = { amountMinor: 250_000, plan: 'at-once' } as const;
    const chen = application(round, 'Chen');
    expect(offerReserve(grace(world, round), chen, place)).toEqual({ ok: false, reason: 'no-place-free' });
    await withdrawApplication(group(world, round, 'Amina'), application(round, 'Amina'));
    await keepPromises(() => world.as(null), keepers);
    expect(awardOfApplication(world.as(null), application(round, 'Amina'))?.state).toBe('refused');
    expect(offerReserve(grace(world, round), chen, place).ok).toBe(true);
    await keepPromises(() => world.as(null), keepers);
    const letters = world.db.select().from(message).all();
    expect(letters.map((letter) => letter.subject)).toContain('Amina and friends has taken back its application');
  });

  it('leaves alone what was refused or lapsed before', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    const offerOf = (name: string) => awardOfApplication(world.as(null), application(round, name));
    expect(refuseAward(group(world, round, 'Amina'), offerOf('Amina')?.id ?? '').ok).toBe(true);
    world.moveTo(offerOf('Bilal')?.respondBy ?? 0);
    for (const name of ['Amina', 'Bilal']) {
      expect((await withdrawApplication(group(world, round, name), application(round, name))).ok).toBe(true);
    }
    expect(await keepPromises(() => world.as(null), keepers)).toMatchObject({ failed: 0 });
    expect([offerOf('Amina')?.state, offerOf('Bilal')?.state]).toEqual(['refused', 'lapsed']);
    expect(offerAwardAgain(grace(world, round), offerOf('Bilal')?.id ?? '')).toEqual({
      ok: false,
      reason: 'withdrawn',
    });
  });

  it('leaves the reserve list to the next group', async () => {
    const world = testWorld();
    const round = offeredRound(world);
    await withdrawApplication(group(world, round, 'Chen'), application(round, 'Chen'));
    const desk = awardsDesk(grace(world, round), round.call.id);
    expect(desk?.waiting).toEqual([]);
    const place = { amountMinor: 250_000, plan: 'at-once' } as const;
    const chen = application(round, 'Chen');
    expect(offerReserve(grace(world, round), chen, place)).toEqual({ ok: false, reason: 'withdrawn' });
  });
});
