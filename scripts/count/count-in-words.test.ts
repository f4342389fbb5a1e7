import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ballotsFor,
  COUNTING_RULES,
  type Counted,
  type CountingRuleName,
  countBy,
} from '#app/grant/pitch-day/rules/counting/count-by.ts';
import { smallVotes } from '#app/grant/pitch-day/rules/counting/equal-shares/small-votes.testing.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import type { BallotFile } from './ballot-file.ts';
import { readBltFile } from './blt-file.ts';
import { inWords } from './count-in-words.ts';
import { orderOf } from './order-of.ts';
import { readPabulibFile } from './pabulib-file.ts';

function words(rule: CountingRuleName, { profile, tieBreak, tieRule }: BallotFile, seats: number | null = null) {
  const options = { seats, increment: null, start: 'share' as const, isUtilitarian: null, tieBreak };
  const counted = countBy(rule, profile, options);
  if (!counted.ok) throw new Error(counted.reason);
  return inWords(rule, profile, counted.value, tieRule, 0).split('\n');
}

/** Amina's choir and Bo's garden cost 6,000 each, Chandra's bench 4,000; 12,000 are there. */
const street = (...votes: string[]) => pabulib('approval', votes);

function pabulib(type: string, votes: readonly string[], budget = '12000') {
  const projects = '1;6000;Choir\n2;6000;Garden\n3;4000;Bench';
  const rows = votes.map((vote, at) => `${at};${vote}`).join('\n');
  return readPabulibFile(
    `META\nkey;value\nbudget;${budget}\nvote_type;${type}\nPROJECTS\nproject_id;cost;name\n${projects}\nVOTES\nvoter_id;vote;points\n${rows}\n`,
  );
}

const SMALLER_ID = 'of equals the smaller id goes first, read as text (“10” before “9”)';

describe('a count in words', () => {
  it('says of most votes by how many, and which tie decided', () => {
    expect(words('approval', street('1,2', '1', '3'))).toContain(
      'Choir (1) wins with 2 approvals; the best of those without a seat, Garden (2), has 1 approval.',
    );
    const lines = words('approval', street('1,2', '1', '3'), 2);
    expect(lines).toContain(
      `Garden (2) wins with 1 approval; the best of those without a seat, Bench (3), has as many, and ${SMALLER_ID}.`,
    );
    expect(lines).toContain('1.\t2 approvals\tChoir (1)');
    expect(words('approval', street('', ''))).toContain('Nobody wins: there is no approval for anybody.');
    expect(words('approval', street('1,2,3'), 3)).toContain(
      'Bench (3) wins with 1 approval; there is a seat for everybody.',
    );
  });

  it('names what a greedy count funds, from what, and who lost by the rule for ties alone', () => {
    const lines = words('greedy_cost', pabulib('approval', ['1,2', '1,2', '3'], '11000'));
    expect(lines.slice(2, 6)).toEqual([
      '10,000 of 11,000 go to 2 of 3 options.',
      '',
      `Choir (1) is funded: number 1 by support with 2 approvals; it costs 6,000 of the 11,000 left. Equal to it, and not funded: Garden (2); ${SMALLER_ID}.`,
      'Bench (3) is funded: number 3 by support with 1 approval; it costs 4,000 of the 5,000 left.',
    ]);
    expect(lines).toContain('2.\tGarden (2) has 2 approvals and costs 6,000: more than the 5,000 left.');
    expect(words('greedy_votes_per_cost', street('3', '3', '1'))[4]).toBe(
      'Bench (3) is funded: number 1 by support for its cost with 2 approvals, one approval for every 2,000 it costs; it costs 4,000 of the 12,000 left.',
    );
  });

  it('says what each group paid for what equal shares bought', () => {
    // 4,000 each. Two pay half of the choir and have 1,000 left; one of them gives it for the bench.
    const lines = words('mes_cost', street('1', '1,3', '3'));
    expect(lines).toContain(
      'Every voter got the same to spend: 4,000. Money that is left over is not shared out further.',
    );
    expect(lines).toContain(
      `1.\tChoir (1) costs 6,000 and asked its 2 supporters for 50 % each: 2 paid 3,000 each. Asking for as little: Bench (3); ${SMALLER_ID}.`,
    );
    expect(lines).toContain(
      '2.\tBench (3) costs 4,000 and asked its 2 supporters for 75 % each: 1 paid 3,000; 1 gave all that was left, 1,000.',
    );
  });

  it('says points as they stand on the ballots, also those with decimals', () => {
    const lines = words('mes_points', pabulib('cumulative', ['3;1.5', '3;0.5']));
    expect(lines).toContain(
      '1.\tBench (3) costs 4,000 and asked its 2 supporters for 2,000 a point: 1 with 1.50 points paid 3,000; 1 with 0.50 points paid 1,000.',
    );
  });

  it('goes on with what was left, and counts on', () => {
    const lines = words('mes_cost_add1_utilitarian', street('1', '2', '3', '3'));
    expect(lines).toContain('What was left went by support:');
    expect(lines).toContain('2.\tChoir (1) has 1 approval and costs 6,000: funded from the 8,000 left.');
    expect(lines).toContain('\tGarden (2) has 1 approval and costs 6,000: more than the 2,000 left.');
  });

  it('says how an instant run-off and its ties went', () => {
    const choir = (ballots: string) => readBltFile(`3 1\n${ballots}\n0\n"Amina"\n"Bo"\n"Chandra"\n"Choir"\n`);
    const lines = words('irv', choir('4 1 0\n2 2 1 0\n2 3 1 0'));
    expect(lines).toContain(
      'Equal now and before: Bo (2); Chandra (3). There of equals the smaller number goes first, so Bo (2) leaves.',
    );
    expect(lines.slice(-5)).toEqual(['In order:', '1.\tAmina (1)', '2.\tChandra (3)', '3.\tBo (2)', '']);
  });

  it('shows the single transferable vote with the decimals in which it is counted', () => {
    const lines = words(
      'scottish_stv',
      readBltFile('3 2\n4 1 2 0\n2 1 0\n2 3 0\n1 2 0\n0\n"Amina"\n"Bo"\n"Chandra"\n"Choir"\n'),
    );
    expect(lines).toContain('9 valid ballots; the quota is 4 votes.');
    expect(lines).toContain('Amina (1) is elected: 6 votes at stage 1 reach the quota of 4.');
    expect(lines).toContain('\t2.33332\tBo (2)');
    expect(lines).toContain('Bo (2) is elected with 2.33332 votes at stage 3: no more are left than seats.');
  });

  it('has a line of its own for every winner, whatever the rule and the votes', () => {
    const rules = fc.constantFrom(...COUNTING_RULES);
    fc.assert(
      fc.property(smallVotes, rules, fc.constantFrom(1, 2), (drawn, rule, seats) => {
        const kind = ballotsFor(rule).at(-1) ?? 'points';
        const ballots = drawn.ballots.map((ballot) => (kind === 'points' ? ballot : { ...ballot, points: null }));
        const profile = { ...drawn, kind, ballots };
        const options = { seats, increment: null, start: 'share' as const, isUtilitarian: null, tieBreak: bySmallerId };
        const counted = countBy(rule, profile, options);
        fc.pre(counted.ok);
        const text = inWords(rule, profile, counted.value, 'smaller-id', 0);
        expect(text).not.toMatch(/undefined|NaN|null|\[object|Infinity/);
        const why = text.slice(0, text.lastIndexOf('In order:') >>> 0).split('\n');
        for (const option of winnersOf(counted.value)) {
          const { name, id } = profile.options[option] ?? { name: '', id: '' };
          const own = why.filter((line) => line.replace(/^\d+\.\t/, '').startsWith(`${name} (${id}) `));
          expect(own.length).toBeGreaterThan(0);
        }
        const order = orderOf(counted.value);
        expect(new Set(order).size).toBe(order.length);
      }),
      { numRuns: 500 },
    );
  });
});

function winnersOf(counted: Counted): readonly number[] {
  if (counted.counts === 'irv') return [counted.count.winner];
  if (counted.counts === 'stv') return counted.count.seats.map(({ option }) => option);
  return counted.count.chosen;
}
