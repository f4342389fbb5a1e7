import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { castBallot } from '#app/grant/pitch-day/ballot-box/cast-ballot.server.ts';
import { recordRandomness, revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import {
  ballotOf,
  closed,
  mustBe,
  NOW,
  pollInTheRoom,
  trialRandom,
} from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import type { Board } from '#app/grant/pitch-day/rules/board.ts';

type Report = { ok: boolean; checks: { name: string; ok: boolean; detail: string }[]; winners: string[] | null };

/** Two programs that share no line with each other or with the portal. Missing python3: scripts/recount.test.ts says so. */
const PROGRAMS = [
  [process.execPath, 'scripts/recount.mjs'],
  ['python3', 'scripts/recount.py'],
].filter(([command]) => spawnSync(command ?? '', ['--version']).status === 0);

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-shares-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function recount([command = '', script = '']: readonly string[], board: unknown): Report {
  const file = join(folder, 'board.json');
  writeFileSync(file, JSON.stringify(board));
  return JSON.parse(spawnSync(command, [script, file, '--json'], { encoding: 'utf8' }).stdout) as Report;
}

/** Costs and pots in hundreds, so that many cost their voters the same; every third evening waits for a throw. */
function evening(number: number): { readonly board: Board; readonly thrown: Board } {
  const bytes = trialRandom(`shares/${number}`)(200);
  const drawn = (place: number, below: number) => (bytes[place] ?? 0) % below;
  const options = Array.from({ length: 3 + drawn(0, 4) }, (_, place) => ({
    id: `${'zyxwvut'[place]}`,
    title: `Group ${place + 1}`,
    costMinor: 10_000 * (1 + drawn(place + 1, 4)),
  }));
  const poll = pollInTheRoom({
    draft: {
      options,
      rule: 'mes_cost_add1',
      seats: null,
      budgetMinor: 10_000 * (2 + drawn(10, 6)),
      incrementMinor: 100,
      blankAllowed: true,
      tie: number % 3 === 0 ? { rule: 'smaller-id' } : { rule: 'public-randomness', source: 'three dice' },
    },
  });
  for (let sheet = 0; sheet < 10 + drawn(11, 20); sheet += 1) {
    const choices = options.map((_, place) => place + 1).filter((place) => drawn(20 + 6 * sheet + place, 3) === 0);
    mustBe(castBallot(poll.box, ballotOf(poll, sheet, choices.slice(0, 3)), NOW));
  }
  closed(poll);
  mustBe(revealPoll(poll.box, poll.pollId, NOW + 60_001));
  const board = mustBe(boardOf(poll.box, poll.pollId));
  if (number % 3 !== 0) mustBe(recordRandomness(poll.box, poll.pollId, `5 ${number} 2`));
  return { board, thrown: mustBe(boardOf(poll.box, poll.pollId)) };
}

const EVENINGS = Array.from({ length: 9 }, (_, number) => evening(number));

/**
 * In the room ten want the cheap group and ten the dear one; outside thirty want a third. Twenty share £1,000: the first ten have
 * £500 together, which is just what the hall costs. Among fifty they would have £200, and the thirty £600.
 */
const TWO_LEVELS = (() => {
  const options = [
    { id: 'hall', title: 'Hall', costMinor: 50_000 },
    { id: 'dear', title: 'Dear', costMinor: 90_000 },
    { id: 'outside', title: 'Outside', costMinor: 60_000 },
  ];
  const shared = { rule: 'mes_cost_add1', seats: null, budgetMinor: 100_000, incrementMinor: 100 } as const;
  const levels = { levels: ['A', 'C'], countedLevels: ['A'] } as const;
  const poll = pollInTheRoom({ draft: { options, ...shared, ...levels }, tokensPerLevel: 30 });
  for (let sheet = 0; sheet < 20; sheet += 1)
    mustBe(castBallot(poll.box, ballotOf(poll, sheet, [sheet < 10 ? 1 : 2]), NOW));
  for (let sheet = 0; sheet < 30; sheet += 1) mustBe(castBallot(poll.box, ballotOf(poll, sheet, [3], 'C'), NOW));
  closed(poll);
  mustBe(revealPoll(poll.box, poll.pollId, NOW + 60_001));
  return mustBe(boardOf(poll.box, poll.pollId));
})();

describe('the evenings of this test', () => {
  it('have one whose pot is for those in the room, and the portal gives it to nobody else', () => {
    const result = TWO_LEVELS.revealed?.result;
    expect(result?.counted).toMatchObject({ ballots: 20, winners: ['hall'] });
    expect(result?.apart).toMatchObject([{ level: 'C', ballots: 30 }]);
  });

  it('show all that can happen: a tie that waits, one that is drawn, and a pot that is enough for all', () => {
    const results = EVENINGS.flatMap(({ board, thrown }) =>
      [board, thrown].map((each) => each.revealed?.result.counted),
    );
    expect(results.filter((counted) => counted?.winners === null).length).toBeGreaterThan(1);
    expect(results.filter((counted) => (counted?.ties.length ?? 0) > 1 && counted?.winners).length).toBeGreaterThan(0);
    expect(results.filter((counted) => (counted?.winners?.length ?? 0) > 1).length).toBeGreaterThan(3);
  });
});

describe.each(PROGRAMS)('recounting a pot that a room shared out: %s %s', (...program) => {
  it('finds the very winners, before the throw and after it', () => {
    for (const { board, thrown } of EVENINGS) {
      for (const each of [board, thrown]) {
        const report = recount(program, each);
        expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
        expect(report).toMatchObject({ ok: true, winners: each.revealed?.result.counted.winners });
      }
    }
  });

  it('refuses a winner that the pot does not pay for, and a pot that grew', () => {
    const { thrown } = EVENINGS[1] as (typeof EVENINGS)[number];
    const counted = thrown.revealed?.result.counted;
    const others = thrown.manifest.options.map(({ id }) => id).filter((id) => !counted?.winners?.includes(id));
    const result = {
      ...thrown.revealed?.result,
      counted: { ...counted, winners: [...(counted?.winners ?? []), others[0]] },
    };
    const failed = (board: unknown) => recount(program, board).checks.flatMap(({ name, ok }) => (ok ? [] : [name]));
    expect(failed({ ...thrown, revealed: { ...thrown.revealed, result } })).toEqual(['winners']);
    const richer = { ...thrown.manifest, budgetMinor: 9_000_000 };
    expect(failed({ ...thrown, manifest: richer })).toContain('manifest-hash');
    const { incrementMinor: _, ...stuck } = thrown.manifest;
    expect(failed({ ...thrown, manifest: stuck })).toContain('manifest-valid');
  });

  it('is not kept busy by a board whose pot or dearest group is made for it: it says so and counts nothing', () => {
    const { thrown } = EVENINGS[1] as (typeof EVENINGS)[number];
    const dear = thrown.manifest.options.map((option) => ({ ...option, costMinor: 900_000_000_000 }));
    for (const changes of [{ options: dear }, { incrementMinor: 1, budgetMinor: 400_000_000_000, options: dear }]) {
      const { checks } = recount(program, { ...thrown, manifest: { ...thrown.manifest, ...changes } });
      const wrong = new Map(checks.flatMap(({ name, ok, detail }) => (ok ? [] : [[name, detail]])));
      expect(wrong.get('manifest-valid')).toMatch(/100000 runs/);
      for (const name of ['ties', 'winners']) expect(wrong.get(name)).toMatch(/check .*failed/);
    }
  });

  it('wants to be told whether a ballot may be blank in so many words', () => {
    const { thrown } = EVENINGS[1] as (typeof EVENINGS)[number];
    for (const blankAllowed of ['no', 1, null, undefined]) {
      const { checks } = recount(program, { ...thrown, manifest: { ...thrown.manifest, blankAllowed } });
      expect(checks.filter(({ ok }) => !ok).map(({ name }) => name)).toContain('manifest-valid');
    }
  });

  it('shares the pot among the ballots of the levels that count, and no others', () => {
    const report = recount(program, TWO_LEVELS);
    expect(report.checks.filter(({ ok }) => !ok)).toEqual([]);
    expect(report.winners).toEqual(['hall']);
  });
});
