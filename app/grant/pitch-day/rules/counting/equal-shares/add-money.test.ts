import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fraction, plus, times } from '#app/kernel/fraction.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import type { Profile } from '../profile.ts';
import { firstToStop, type RunSeen, type RunVerdict } from './add-money.ts';
import { countEqualShares } from './count-equal-shares.ts';
import { electorateOf } from './electorate.ts';
import { EqualShares, type ShareTie } from './one-run.ts';
import { Path } from './path.ts';
import { smallVotes } from './small-votes.testing.ts';
import { tieRankOf } from './tie-rank.ts';

/** Stretches of runs that go alike, the last of which stops; none has its number. */
const stretches = fc.array(fc.record({ length: fc.integer({ min: 1, max: 300 }), ties: fc.nat(2) }), {
  minLength: 1,
  maxLength: 12,
});

describe('finding the first run that is not to go on', () => {
  it('is the same one as run by run, with the same ties in the same order', () => {
    fc.assert(
      fc.property(stretches, fc.constantFrom<RunVerdict>('over', 'enough'), fc.boolean(), (drawn, end, leaps) => {
        const ways = drawn.flatMap(({ length }, way) => new Array<number>(length).fill(way));
        const stop = ways.indexOf(drawn.length - 1);
        const tiesOf = (way: number): ShareTie[] => (drawn[way]?.ties ? [[way, drawn[way].ties]] : []);
        let looks = 0;
        const run = (at: number, _: readonly number[], path: Path | null): RunSeen => {
          looks += 1;
          const way = ways[at] ?? drawn.length + at;
          path?.push(way);
          return { verdict: at >= stop ? end : 'on', chosen: [], ties: tiesOf(way) };
        };
        const heard = new Set<string>();
        const found = firstToStop(run, leaps, (ties) => {
          for (const tie of ties) heard.add(tie.join());
        });
        expect(found).toMatchObject({ increments: stop, verdict: end });
        expect([...heard]).toEqual(drawn.flatMap((_, way) => tiesOf(way)).map((tie) => tie.join()));
        if (leaps) expect(looks).toBeLessThan(40 + 25 * drawn.length);
      }),
    );
  });

  it('stops leaping where every run goes its own way, and looks at hardly one in vain', () => {
    let looks = 0;
    const run = (at: number, _: readonly number[], path: Path | null): RunSeen => {
      looks += 1;
      path?.push(at);
      return { verdict: at >= 1000 ? 'over' : 'on', chosen: [], ties: [] };
    };
    expect(firstToStop(run, true, () => undefined).increments).toBe(1000);
    expect(looks).toBeLessThan(1020);
  });
});

/** Ballots that approve; points on them only say what. */
const asApprovals = (profile: Profile): Profile => ({
  ...profile,
  kind: 'approval',
  ballots: profile.ballots.map((ballot) => ({ ...ballot, points: null })),
});

describe('runs that go the same way', () => {
  it('are the same at every endowment in between', () => {
    let between = 0;
    fc.assert(
      fc.property(smallVotes, fc.boolean(), fc.integer({ min: 5, max: 60 }), (drawn, isByPoints, parts) => {
        const profile = isByPoints ? drawn : asApprovals(drawn);
        const electorate = electorateOf(profile, isByPoints ? 'points' : 'approvals');
        const shares = new EqualShares(electorate, tieRankOf(profile, bySmallerId));
        const runs = Array.from({ length: 150 }, (_, at) => {
          const path = new Path();
          const endowment = times(fraction(at + 1, parts), fraction(electorate.unitFactor));
          const paid: unknown[] = [];
          const { chosen, ties } = shares.run(endowment, null, ({ full }) => paid.push([...full].sort()), path);
          return { path, came: JSON.stringify([chosen, ties, paid]) };
        });
        for (const [at, { path, came }] of runs.entries()) {
          const last = runs.findLastIndex((other) => other.path.equals(path));
          expect(runs.slice(at, last).every((other) => other.came === came)).toBe(true);
          between += last - at;
        }
      }),
      { numRuns: 300 },
    );
    expect(between).toBeGreaterThan(10_000);
  });

  it.each(['add1', 'add1e'] as const)('change nothing when they are left out: %s', (completion) => {
    const increments = fc.constantFrom(fraction(1, 3), fraction(1, 40), fraction(1, 300));
    fc.assert(
      fc.property(smallVotes, increments, (drawn, increment) => {
        const profile = asApprovals(drawn);
        const terms = { support: 'approvals', completion, isUtilitarian: false, increment, start: 'share' } as const;
        const quick = countEqualShares(profile, terms, bySmallerId);
        if (quick.stopped === 'money for everything') return;
        const electorate = electorateOf(profile, 'approvals');
        const shares = new EqualShares(electorate, tieRankOf(profile, bySmallerId));
        const met = new Set<string>();
        for (let at = 0; at < quick.runs; at += 1) {
          const share = times(profile.budget ?? fraction(0), fraction(1, electorate.voters));
          const endowment = plus(share, times(increment, fraction(at)));
          const run = shares.run(times(endowment, fraction(electorate.unitFactor)), electorate.budget);
          for (const tie of run.ties) met.add(tie.join());
          const isLast = at === quick.runs - 1;
          expect(run.isOver).toBe(isLast && quick.stopped === 'next increment exceeds the budget');
          if (!run.isOver && at === quick.increments) expect(run.chosen).toEqual(quick.chosen);
        }
        expect(quick.tiesMet.map((tie) => tie.join()).sort()).toEqual([...met].sort());
        expect(quick.increments).toBe(
          quick.runs - (quick.stopped === 'outcome exhaustive' ? 1 : Math.min(2, quick.runs)),
        );
      }),
      { numRuns: 150 },
    );
  });
});
