import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { castBallot } from '#app/grant/pitch-day/ballot-box/cast-ballot.server.ts';
import { recordRandomness, revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { ballotOf, closed, mustBe, NOW, pollInTheRoom } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import type { Board } from '#app/grant/pitch-day/rules/board.ts';
import { leafOf } from '#app/grant/pitch-day/rules/leaf.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';

type Report = { ok: boolean; checks: { name: string; ok: boolean }[]; winners: string[] | null };
type Revealed = NonNullable<Board['revealed']>;
/** A board that somebody rewrites before publishing it. */
type Draft = { -readonly [Key in keyof Board]: Board[Key] } & { revealed: Revealed };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-ranked-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const times = (count: number, ...choices: number[]) => Array.from({ length: count }, () => choices);

/** Seven for Amina first; what she does not need makes Chidi overtake Bilal, who was second, for the second seat. */
const DECIDED = [...times(4, 1, 3), ...times(2, 1), ...times(1, 1, 3, 4), ...times(4, 2), ...times(3, 3, 2)];
/** Two with fewest first choices, and nothing that tells them apart. */
const TIED = [...times(5, 1), ...times(4, 2), ...times(1, 3, 2), ...times(1, 4, 1)];

function boardFrom(ballots: readonly (readonly number[])[], seats: number, thrown: string | null): Board {
  const poll = pollInTheRoom({
    draft: { rule: 'scottish_stv', seats, tie: { rule: 'public-randomness', source: 'dice' } },
  });
  for (const [sheet, choices] of ballots.entries()) mustBe(castBallot(poll.box, ballotOf(poll, sheet, choices), NOW));
  closed(poll);
  mustBe(revealPoll(poll.box, poll.pollId, NOW + 60_000));
  if (thrown !== null) mustBe(recordRandomness(poll.box, poll.pollId, thrown));
  return mustBe(boardOf(poll.box, poll.pollId));
}

const decided = boardFrom(DECIDED, 2, null);
const open = boardFrom(TIED, 1, null);
const drawn = boardFrom(TIED, 1, '4 1 6');

/** Writes other choices on the first ballot that has these, with the leaf that goes with them. */
function rewrite(draft: Draft, before: readonly number[], after: readonly number[], hasNewLeaf = true): void {
  const place = draft.revealed.ballots.findIndex(({ body }) => body.includes(`"choices":${JSON.stringify(before)}`));
  const ballots = draft.revealed.ballots.map((ballot, index) => {
    if (index !== place) return ballot;
    const body = ballot.body.replace(JSON.stringify(before), JSON.stringify(after));
    const r = fromHex(ballot.r, 16) ?? new Uint8Array();
    const hash = fromHex(draft.manifestHash, 32) ?? new Uint8Array();
    return { ...ballot, body, leaf: hasNewLeaf ? toHex(leafOf(draft.manifest.pollId, hash, r, body)) : ballot.leaf };
  });
  draft.revealed = { ...draft.revealed, ballots };
}

const withWinners = (draft: Draft, winners: string[]) => {
  const { result } = draft.revealed;
  draft.revealed = { ...draft.revealed, result: { ...result, counted: { ...result.counted, winners } } };
};

const tampered: [what: string, caughtBy: string, change: (draft: Draft) => void][] = [
  ['an order that was turned round', 'leaves-recompute', (draft) => rewrite(draft, [1, 3], [3, 1], false)],
  ['an order that was turned round, with a fresh leaf', 'final-root', (draft) => rewrite(draft, [1, 3], [3, 1])],
  ['a group that is chosen twice', 'bodies-valid', (draft) => rewrite(draft, [1, 3], [1, 1])],
  ['winners by first choices alone', 'winners', (draft) => withWinners(draft, ['amina', 'bilal'])],
  ['winners in another order', 'winners', (draft) => withWinners(draft, ['chidi', 'amina'])],
];

const programs = [
  [process.execPath, 'scripts/recount.mjs'],
  ['python3', 'scripts/recount.py'],
].filter(([command]) => spawnSync(command ?? '', ['--version']).status === 0);

describe.each(programs)('recounting groups that were put in order: %s %s', (command, script) => {
  function recount(content: unknown): Report {
    const file = join(folder, 'board.json');
    writeFileSync(file, JSON.stringify(content));
    return JSON.parse(spawnSync(command ?? '', [script ?? '', file, '--json'], { encoding: 'utf8' }).stdout);
  }
  const failed = (content: unknown) =>
    recount(content)
      .checks.filter(({ ok }) => !ok)
      .map(({ name }) => name);

  it('elects the same groups in the same order', () => {
    expect(decided.revealed?.result.counted.winners).toEqual(['amina', 'chidi']);
    expect(recount(decided)).toMatchObject({ ok: true, winners: ['amina', 'chidi'] });
  });

  it('leaves open what waits for the throw, and draws the same lot after it', () => {
    expect(recount(open)).toMatchObject({ ok: true, winners: null });
    const winners = drawn.revealed?.result.counted.winners;
    expect(winners).toHaveLength(1);
    expect(recount(drawn)).toMatchObject({ ok: true, winners });
  });

  it.each(tampered)('refuses %s (%s)', (_what, caughtBy, change) => {
    const draft = structuredClone(decided) as Draft;
    change(draft);
    expect(failed(draft)).toContain(caughtBy);
  });
});
