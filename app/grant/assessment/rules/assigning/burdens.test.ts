import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Burdens } from './burdens.ts';
import { Desk } from './desk.ts';

type Small = { readonly minutes: readonly number[]; readonly agreed: readonly number[]; readonly tied?: number };

/** Everybody reads everything; one may be tied to the first application. */
function deskOf({ minutes, agreed, tied }: Small): Desk {
  return new Desk({
    applications: minutes.map((each, place) => ({ id: `a${place}`, minutes: each, languages: ['en'] })),
    members: agreed.map((minutesMax, place) => ({
      id: `m${place}`,
      isParticipant: false,
      reads: ['en'],
      minutesMax,
      minutesAgreed: minutesMax,
      severity: 0,
    })),
    reviews: 8,
    participantShareMin: 0,
    barred: tied === undefined ? [] : [{ applicationId: 'a0', memberId: `m${tied}` }],
    kept: [],
  });
}

function burdensOf(desk: Desk, minutes: readonly number[], members = [...desk.load.keys()]): Burdens {
  return new Burdens(desk, members, { shortest: Math.min(...minutes), longest: Math.max(...minutes) });
}

describe('who is the least burdened', () => {
  it('is found as if everybody were asked, whatever was given and taken over', () => {
    const some = fc.record({
      minutes: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 6 }),
      agreed: fc.array(fc.constantFrom(0, 30, 60, 90, 600), { minLength: 1, maxLength: 9 }),
      tied: fc.nat(8),
      moves: fc.array(fc.record({ application: fc.nat(5), member: fc.nat(8), isTakenOver: fc.boolean() }), {
        maxLength: 30,
      }),
    });
    fc.assert(
      fc.property(some, ({ minutes, agreed, tied, moves }) => {
        const desk = deskOf({ minutes, agreed, tied });
        const burdens = burdensOf(desk, minutes);
        for (const { application, member, isTakenOver } of moves) {
          if (application >= minutes.length || member >= agreed.length || !desk.mayTake(application, member)) continue;
          if (isTakenOver && desk.givenOf(application) > 0) {
            const before = desk.at(application, 0);
            desk.handOver(application, 0, member);
            burdens.note(before);
          } else if (desk.givenOf(application) < 8) desk.give(application, member);
          else continue;
          burdens.note(member);
        }
        for (const application of minutes.keys()) {
          const able = [...agreed.keys()].filter(
            (member) =>
              desk.mayTake(application, member) && desk.hasMinutes(application, member) && agreed[member] !== 0,
          );
          const with_ = (member: number) => desk.burden(member, minutes[application] as number);
          const found = burdens.leastFor(application, null);
          if (able.length === 0) expect(found).toBeNull();
          else expect(with_(found as number)).toBe(Math.min(...able.map(with_)));
        }
      }),
      { seed: 41, numRuns: 2_000 },
    );
  });

  it('is nobody where none of them suits, and never one who agreed to nothing', () => {
    const minutes = [10, 20];
    const desk = deskOf({ minutes, agreed: [0, 60], tied: 1 });
    const burdens = burdensOf(desk, minutes);
    expect(burdens.leastFor(1, null)).toBe(1);
    expect(burdens.leastFor(0, null)).toBeNull();
    expect(burdensOf(desk, minutes, []).leastFor(1, null)).toBeNull();
  });

  it('is whom one had before, unless somebody here is less burdened', () => {
    const minutes = [10, 20];
    const desk = deskOf({ minutes, agreed: [100, 50, 200] });
    const others = burdensOf(desk, minutes, [0, 1]);
    expect(others.leastFor(0, 2)).toBe(2);
    expect(others.leastFor(0, 1)).toBe(0);
  });
});
