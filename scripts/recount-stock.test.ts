import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { castBallot } from '#app/grant/pitch-day/ballot-box/cast-ballot.server.ts';
import { revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { privateKeyOf, signMessage } from '#app/grant/pitch-day/ballot-box/signing.server.ts';
import { ballotOf, closed, mustBe, NOW, pollInTheRoom } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import type { Board } from '#app/grant/pitch-day/rules/board.ts';
import { leafOf } from '#app/grant/pitch-day/rules/leaf.ts';
import { manifestHash } from '#app/grant/pitch-day/rules/manifest.ts';
import { merkleRoot } from '#app/grant/pitch-day/rules/merkle.ts';
import {
  checkpointMessage,
  checkpointNote,
  FIRST_PREV,
  issueMessage,
  noteHash,
} from '#app/grant/pitch-day/rules/notes.ts';
import { trackerOf } from '#app/grant/pitch-day/rules/tracker.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { invariant } from '#app/kernel/invariant.ts';

type Report = { ok: boolean; checks: { name: string; ok: boolean; detail: string }[]; winners: string[] | null };
type Revealed = NonNullable<Board['revealed']>;
/** A board that somebody rewrites before publishing it. */
type Draft = { -readonly [Key in keyof Board]: Board[Key] } & { revealed: Revealed };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-stock-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Eleven in the room choose the first group; more signed up, and more again in a straw poll, choose the second. */
const poll = pollInTheRoom({ draft: { seats: 1, levels: ['A', 'C', 'D'], countedLevels: ['A'] } });
for (let voter = 0; voter < 11; voter += 1) mustBe(castBallot(poll.box, ballotOf(poll, voter, [1]), NOW));
for (let voter = 0; voter < 20; voter += 1) mustBe(castBallot(poll.box, ballotOf(poll, voter, [2], 'C'), NOW));
for (let voter = 0; voter < 25; voter += 1) mustBe(castBallot(poll.box, ballotOf(poll, voter, [2, 3], 'D'), NOW));
closed(poll);
mustBe(revealPoll(poll.box, poll.pollId, NOW + 60_000));
const board = mustBe(boardOf(poll.box, poll.pollId));
const signingKey = privateKeyOf(poll.box.connection.prepare('SELECT secret FROM signing_key').pluck().get() as Buffer);

/** A vote in order of preference: eleven and four more in the room elect the first and the third; more beside it name the others. */
function rankedBoard(): Board {
  const ranked = pollInTheRoom({
    draft: { rule: 'scottish_stv', seats: 2, levels: ['A', 'C', 'D'], countedLevels: ['A'] },
    seed: 'ranked beside codes for anybody',
  });
  const inTheRoom = [[1, 3], [1, 3], [1, 3], [1, 3], [1], [1], [1, 3, 4], [2], [2], [2], [2], [3, 2], [3, 2], [3, 2]];
  for (const [voter, order] of inTheRoom.entries()) mustBe(castBallot(ranked.box, ballotOf(ranked, voter, order), NOW));
  for (let voter = 0; voter < 20; voter += 1) mustBe(castBallot(ranked.box, ballotOf(ranked, voter, [2, 1], 'C'), NOW));
  for (let voter = 0; voter < 25; voter += 1) mustBe(castBallot(ranked.box, ballotOf(ranked, voter, [4, 2], 'D'), NOW));
  closed(ranked);
  mustBe(revealPoll(ranked.box, ranked.pollId, NOW + 60_000));
  return mustBe(boardOf(ranked.box, ranked.pollId));
}

const inOrder = rankedBoard();

const bytes = (hex: string) => fromHex(hex, 32) ?? new Uint8Array();
const relabelled = (body: string) => body.replace('"level":"C"', '"level":"A"');

/** Moves the first used code of level C to the sheets, and promises both lists anew with the signing key. */
function moveCode(draft: Draft): void {
  const { issuedTokens, spentTokens } = draft.revealed;
  const code = issuedTokens.find(({ level }) => level === 'C')?.hashes.find((hash) => spentTokens.includes(hash)) ?? '';
  draft.revealed = {
    ...draft.revealed,
    issuedTokens: issuedTokens.map(({ level, hashes }) => ({
      level,
      hashes: level === 'A' ? [...hashes, code].sort() : hashes.filter((hash) => hash !== code),
    })),
  };
  draft.issued = draft.issued.map((issue) => {
    const hashes = draft.revealed.issuedTokens.find(({ level }) => level === issue.level)?.hashes ?? [];
    const promised = { ...issue, count: hashes.length, root: toHex(merkleRoot(hashes.map(bytes))) };
    return { ...promised, signature: toHex(signMessage(signingKey, issueMessage(promised))) };
  });
}

/** Calls the first ballot of level C one of the room, with the leaf that goes with it. */
function relabel(draft: Draft, hasNewLeaf: boolean): void {
  const place = draft.revealed.ballots.findIndex(({ body }) => body.includes('"level":"C"'));
  const ballots = draft.revealed.ballots.map((ballot, index) => {
    if (index !== place) return ballot;
    const body = relabelled(ballot.body);
    const r = fromHex(ballot.r, 16) ?? new Uint8Array();
    return {
      ...ballot,
      body,
      leaf: hasNewLeaf ? toHex(leafOf(poll.pollId, bytes(poll.manifestHash), r, body)) : ballot.leaf,
    };
  });
  draft.revealed = { ...draft.revealed, ballots };
}

/**
 * Publishes a batch of its own before the rest, properly signed.
 *
 * @param inBatch  how many ballots of each level it has
 */
function publishEarly(draft: Draft, inBatch: Readonly<Record<string, number>>): void {
  const { ballots } = draft.revealed;
  const early = Object.entries(inBatch).flatMap(([level, count]) =>
    ballots.filter(({ body }) => body.includes(`"level":"${level}"`)).slice(0, count),
  );
  const rising = (batch: typeof ballots) => [...batch].sort((one, other) => (one.leaf < other.leaf ? -1 : 1));
  const list = [...rising(early), ...rising(ballots.filter((ballot) => !early.includes(ballot)))];
  const [last] = draft.checkpoints;
  invariant(last !== undefined && draft.checkpoints.length === 1, 'the trial board has another checkpoint');
  let prev = FIRST_PREV;
  draft.checkpoints = [early.length, list.length].map((size, index) => {
    const root = toHex(merkleRoot(list.slice(0, size).map(({ leaf }) => bytes(leaf))));
    const promised = { ...last, seq: index + 1, size, root, prev, final: size === list.length };
    const note = checkpointNote(promised);
    prev = noteHash(note);
    return { ...promised, note, signature: toHex(signMessage(signingKey, checkpointMessage(note))) };
  });
  draft.revealed = { ...draft.revealed, ballots: list };
  draft.trackers = list.map(({ leaf }) => trackerOf(bytes(leaf)));
}

/** Adds the votes of a level that decides nothing to those that decide. */
function addIn(draft: Draft): void {
  const { counted, apart } = draft.revealed.result;
  const others = apart.find(({ level }) => level === 'C');
  const approvals = counted.approvals.map((option, index) => ({
    ...option,
    approvals: option.approvals + (others?.approvals[index]?.approvals ?? 0),
  }));
  draft.revealed = {
    ...draft.revealed,
    result: { apart, counted: { ...counted, ballots: counted.ballots + 20, approvals, winners: ['bilal'] } },
  };
}

const tampered: [what: string, caughtBy: string, change: (draft: Draft) => void][] = [
  ['a ballot called one of the room', 'spent-equals-ballots', (draft) => relabel(draft, false)],
  ['a ballot called one of the room, with a fresh leaf', 'spent-equals-ballots', (draft) => relabel(draft, true)],
  [
    'a ballot and its code moved to the room, and promised anew by the operator',
    'final-root',
    (draft) => {
      moveCode(draft);
      relabel(draft, true);
    },
  ],
  [
    'a code moved to the sheets',
    'issued-root',
    (draft) => {
      const issued = draft.issued;
      moveCode(draft);
      draft.issued = issued;
    },
  ],
  ['levels added up', 'tally', addIn],
  [
    'levels left out',
    'tally',
    (draft) => {
      draft.revealed = { ...draft.revealed, result: { ...draft.revealed.result, apart: [] } };
    },
  ],
  [
    'a manifest in which anybody decides',
    'manifest-valid',
    (draft) => {
      draft.manifest = { ...draft.manifest, countedLevels: ['A', 'C'] };
      draft.manifestHash = toHex(manifestHash(draft.manifest));
    },
  ],
  [
    'a manifest in which a straw poll decides alone',
    'manifest-valid',
    (draft) => {
      draft.manifest = { ...draft.manifest, countedLevels: ['D'] };
    },
  ],
];

const programs = [
  [process.execPath, 'scripts/recount.mjs'],
  ['python3', 'scripts/recount.py'],
].filter(([command]) => spawnSync(command ?? '', ['--version']).status === 0);

describe.each(programs)('recounting beside codes for anybody: %s %s', (command, script) => {
  function recount(content: unknown, ...words: string[]): Report {
    const file = join(folder, 'board.json');
    writeFileSync(file, JSON.stringify(content));
    return JSON.parse(spawnSync(command ?? '', [script ?? '', file, '--json', ...words], { encoding: 'utf8' }).stdout);
  }
  const failed = (content: unknown, ...words: string[]) =>
    recount(content, ...words)
      .checks.filter(({ ok }) => !ok)
      .map(({ name }) => name);

  it('finds that the room decided, although more chose another beside it', () => {
    expect(recount(board)).toMatchObject({ ok: true, winners: ['amina'] });
    expect(board.revealed?.result.counted).toMatchObject({ ballots: 11, winners: ['amina'] });
    expect(board.revealed?.result.apart.map(({ level, ballots }) => [level, ballots])).toEqual([
      ['C', 20],
      ['D', 25],
    ]);
  });

  it.each(tampered)('refuses %s (%s)', (_what, caughtBy, change) => {
    const draft = structuredClone(board) as Draft;
    change(draft);
    expect(failed(draft)).toContain(caughtBy);
  });

  it('says by name which published numbers are wrong', () => {
    const draft = structuredClone(board) as Draft;
    addIn(draft);
    const { detail } = recount(draft).checks.find(({ name }) => name === 'tally') ?? {};
    expect(detail).toBe(
      'ballots among those that decide: 11 counted here, 31 published; ' +
        'bilal among those that decide (Bike kitchen): 0 counted here, 20 published',
    );
  });

  it.each([
    [{ A: 10 }, []],
    [{ A: 10, C: 1 }, []],
    [{ C: 10 }, []],
    [{ A: 1, C: 9 }, ['checkpoint-prefixes']],
    [{ A: 9, C: 10, D: 10 }, ['checkpoint-prefixes']],
  ])('lets nobody of the hall be alone in a batch with strangers: %o', (inBatch, found) => {
    const draft = structuredClone(board) as Draft;
    publishEarly(draft, inBatch);
    expect(failed(draft)).toEqual(found);
  });

  it('lets the room alone elect where groups are put in order', () => {
    const elected = ['amina', 'chidi'];
    expect(recount(inOrder)).toMatchObject({ ok: true, winners: elected });
    const { counted, apart } = inOrder.revealed?.result ?? {};
    expect(counted).toMatchObject({ ballots: 14, winners: elected });
    expect(apart?.map(({ level, ballots }) => [level, ballots])).toEqual([
      ['C', 20],
      ['D', 25],
    ]);
    // Whom all ballots together would elect.
    const draft = structuredClone(inOrder) as Draft;
    const winners = ['dara', 'bilal'];
    draft.revealed = {
      ...draft.revealed,
      result: { ...draft.revealed.result, counted: { ...draft.revealed.result.counted, winners } },
    };
    expect(failed(draft)).toContain('winners');
    const moved = structuredClone(inOrder) as Draft;
    relabel(moved, true);
    expect(failed(moved)).toContain('spent-equals-ballots');
  });

  it('refuses a stock that was promised otherwise before the vote', () => {
    const early = join(folder, 'early.json');
    writeFileSync(early, JSON.stringify({ ...board, state: 'frozen', checkpoints: [], trackers: [], revealed: null }));
    expect(failed(board, '--before', early)).toEqual([]);
    const draft = structuredClone(board) as Draft;
    moveCode(draft);
    expect(failed(draft, '--before', early)).toContain('earlier-board');
  });
});
