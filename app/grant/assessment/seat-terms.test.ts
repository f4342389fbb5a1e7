import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { seatLink, seatTerms } from '#db/schema/assessment-people.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { agreeTerms } from './commands/agree-terms.server.ts';
import { severityOf, termsOf } from './queries/seat-terms.server.ts';
import type { SeatAgreement } from './rules/seat-terms.ts';
import { findMember } from './store/panel.server.ts';
import { must, seatedPanel } from './trial-panel.testing.ts';

const AGREED: SeatAgreement = {
  reads: ['en', 'ti'],
  minutesMax: 240,
  minutesPerDay: 60,
  payChoice: 'none',
  needsChildcare: true,
  needsTravel: false,
  links: [{ kind: 'organisation', name: 'Thursday Table' }],
};

function seatOf(world: TestWorld, callId: string, personId: string | undefined): string {
  return findMember(world.db, callId, personId ?? '')?.id ?? '';
}

describe('agreeing to terms', () => {
  it('is kept as said, and read by whoever gives out work', () => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    must(agreeTerms(world.as(members.Bo ?? ''), call.id, AGREED));
    const { links, ...terms } = AGREED;
    expect(termsOf(world.db, call.id).get(seatOf(world, call.id, members.Bo))).toEqual({ ...terms, isAgreed: true });
    expect(world.db.select().from(seatLink).all()).toMatchObject(links);
  });

  it('can be said anew: consent keeps its date, a name said twice its row, and a name left out goes', () => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    const bo = () => world.as(members.Bo ?? '');
    must(agreeTerms(bo(), call.id, AGREED));
    const [before] = world.db.select().from(seatLink).all();
    const consentedAt = world.now();
    world.pass(1_000);
    const sponsor = { kind: 'sponsor', name: 'Spark' } as const;
    must(agreeTerms(bo(), call.id, { ...AGREED, minutesMax: 90, links: [...AGREED.links, sponsor] }));
    expect(
      world.db
        .select()
        .from(seatTerms)
        .where(eq(seatTerms.memberId, seatOf(world, call.id, members.Bo)))
        .all(),
    ).toMatchObject([{ minutesMax: 90, consentedAt, changedAt: world.now() }]);
    expect(world.db.select().from(seatLink).all()).toEqual([before, expect.objectContaining(sponsor)]);
    must(agreeTerms(bo(), call.id, { ...AGREED, links: [sponsor] }));
    expect(world.db.select().from(seatLink).all()).toMatchObject([sponsor]);
  });

  it.each([
    ['languages-missing', { reads: [] }],
    ['languages-missing', { reads: ['tlh'] }],
    ['minutes-off-limits', { minutesMax: 14 }],
    ['minutes-off-limits', { minutesPerDay: 601 }],
    ['minutes-off-limits', { minutesMax: 60.5 }],
    ['pay-not-offered', { payChoice: 'cash' }],
    ['links-off-limits', { links: [{ kind: 'household', name: ' ' }] }],
  ] as const)('is refused: %s', (reason, change) => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    expect(agreeTerms(world.as(members.Bo ?? ''), call.id, { ...AGREED, ...change })).toEqual({ ok: false, reason });
  });

  it('is for those who sit on the panel', () => {
    const world = testWorld();
    const { call } = seatedPanel(world);
    for (const personId of [null, world.person('Yusuf')]) {
      expect(agreeTerms(world.as(personId), call.id, AGREED)).toEqual({ ok: false, reason: 'not-found' });
    }
  });

  it('is taken for granted of members who were never asked: any language, ten hours, two a day, no pay', () => {
    const world = testWorld();
    const { call, members } = seatedPanel(world);
    world.db.delete(seatTerms).run();
    expect(termsOf(world.db, call.id).get(seatOf(world, call.id, members.Helen))).toEqual({
      reads: LANGUAGES,
      minutesMax: 600,
      minutesPerDay: 120,
      payChoice: 'none',
      needsChildcare: false,
      needsTravel: false,
      isAgreed: false,
    });
    expect(severityOf(world.db, call.id).get(seatOf(world, call.id, members.Helen))).toBe(0);
  });
});
