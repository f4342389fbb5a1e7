import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { closePoll } from '#app/grant/pitch-day/ballot-box/close-poll.server.ts';
import { voidTokens } from '#app/grant/pitch-day/ballot-box/issue-tokens.server.ts';
import { revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { privateKeyOf, signMessage } from '#app/grant/pitch-day/ballot-box/signing.server.ts';
import {
  castMany,
  mustBe,
  NOW,
  passSignature,
  pollInTheRoom,
} from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import type { Board } from '#app/grant/pitch-day/rules/board.ts';
import { passesIssuedMessage, rollMessage } from '#app/grant/pitch-day/rules/notes.ts';
import { makeToken } from '#app/grant/pitch-day/rules/token.ts';
import { tokenHash } from '#app/grant/pitch-day/rules/token-hash.ts';
import { toHex } from '#app/kernel/hex.ts';

type Report = { ok: boolean; checks: { name: string; ok: boolean; detail: string }[] };
type Changed = { board: Record<string, never> & Board; roll: NonNullable<Board['roll']> };

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-passes-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A vote with sheets in the room, passes from a roll, and direct codes of people who took none. */
function evening() {
  const levels = ['A', 'B', 'B-'] as const;
  const poll = pollInTheRoom({ draft: { levels, countedLevels: levels } });
  const codes = poll.tokens['B-'].map((token) => tokenHash(poll.pollId, token));
  mustBe(voidTokens(poll.box, poll.pollId, { hashes: codes.slice(0, 14) }));
  castMany(poll, 0, 11);
  castMany(poll, 0, 12, 'B');
  castMany(poll, 14, 3, 'B-');
  mustBe(closePoll(poll.box, poll.pollId, NOW, 14));
  mustBe(revealPoll(poll.box, poll.pollId, NOW + 60_000));
  return { poll, board: mustBe(boardOf(poll.box, poll.pollId)) };
}

const { poll, board } = evening();
const signingKey = privateKeyOf(poll.box.connection.prepare('SELECT secret FROM signing_key').pluck().get() as Buffer);
const signed = (message: Uint8Array) => toHex(signMessage(signingKey, message));
const ofPoll = (size: number) => ({ pollId: poll.pollId, manifestHash: poll.manifestHash, size });

const programs = [
  [process.execPath, 'scripts/recount.mjs'],
  ['python3', 'scripts/recount.py'],
].filter(([command]) => spawnSync(command ?? '', ['--version']).status === 0);

describe.each(programs)('recounting passes: %s %s', (command, script) => {
  function recount(content: unknown, ...words: string[]): Report {
    const file = join(folder, 'board.json');
    writeFileSync(file, JSON.stringify(content));
    return JSON.parse(spawnSync(command ?? '', [script ?? '', file, '--json', ...words], { encoding: 'utf8' }).stdout);
  }
  const failed = (content: unknown, ...words: string[]) =>
    recount(content, ...words)
      .checks.filter((check) => !check.ok)
      .map((check) => check.name);

  it('finds that every pass was issued, and that levels add up', () => {
    const report = recount(board);
    expect(report.checks.filter((check) => !check.ok)).toEqual([]);
    const detail = (name: string) => report.checks.find((check) => check.name === name)?.detail;
    expect(detail('passes')).toBe('12 passes used, 14 issued, 30 people on the roll');
    expect(detail('spent-equals-ballots')).toBe('as many ballots as used tokens (A: 11, B: 12, B-: 3)');
  });

  /** What an operator with every key could write, and what anybody without one could. */
  const changes: [what: string, caughtBy: string, change: (changed: Changed) => void][] = [
    [
      'a signature of nobody',
      'passes',
      ({ board }) => set(board.revealed?.passes?.[0], { signature: '0'.repeat(512) }),
    ],
    [
      'a signature too large',
      'passes',
      ({ board }) => set(board.revealed?.passes?.[0], { signature: 'f'.repeat(512) }),
    ],
    [
      'a signature of another pass',
      'passes',
      ({ board }) => set(board.revealed?.passes?.[0], { signature: board.revealed?.passes?.[1]?.signature }),
    ],
    [
      'one bit of a signature',
      'passes',
      ({ board }) => {
        const first = board.revealed?.passes?.[0];
        set(first, { signature: `${first?.signature.slice(0, -1)}${first?.signature.endsWith('0') ? '1' : '0'}` });
      },
    ],
    [
      'a pass left out',
      'spent-issued',
      ({ board }) => set(board.revealed, { passes: board.revealed?.passes?.slice(1) }),
    ],
    [
      'a pass that nobody used',
      'passes',
      ({ board }) => {
        const token = makeToken(new Uint8Array(13));
        const pass = { hash: toHex(tokenHash(poll.pollId, token)), signature: passSignature(poll, token) };
        const passes = [...(board.revealed?.passes ?? []), pass].sort((one, other) => (one.hash < other.hash ? -1 : 1));
        set(board.revealed, { passes });
      },
    ],
    [
      'a sheet called a pass',
      'passes',
      ({ board }) => {
        const token = poll.tokens.A[0] ?? '';
        const pass = { hash: toHex(tokenHash(poll.pollId, token)), signature: passSignature(poll, token) };
        const passes = [...(board.revealed?.passes ?? []), pass].sort((one, other) => (one.hash < other.hash ? -1 : 1));
        set(board.revealed, { passes });
      },
    ],
    ['fewer people on the roll', 'passes', ({ roll }) => set(roll, { size: 29 })],
    [
      'fewer people on the roll, signed again',
      'passes',
      ({ roll }) => set(roll, { size: 10, signature: signed(rollMessage(ofPoll(10))) }),
    ],
    ['fewer passes than used', 'passes', ({ roll }) => set(roll.passes, { issued: 11 })],
    [
      'fewer passes than used, signed',
      'passes',
      ({ roll }) => set(roll, { passes: { issued: 11, signature: signed(passesIssuedMessage(ofPoll(30), 11)) } }),
    ],
    [
      'more passes than direct codes given up',
      'passes',
      ({ roll }) => set(roll, { passes: { issued: 15, signature: signed(passesIssuedMessage(ofPoll(30), 15)) } }),
    ],
    ['no roll', 'passes', ({ board }) => set(board, { roll: undefined })],
    ['no passes', 'spent-issued', ({ board }) => set(board.revealed, { passes: undefined })],
    ['another issuing key', 'manifest-hash', ({ board }) => set(board.manifest, { issuingKey: `${'f'.repeat(512)}` })],
    ['no issuing key', 'manifest-valid', ({ board }) => set(board.manifest, { issuingKey: undefined })],
  ];

  it.each(changes)('catches %s (%s)', (_what, caughtBy, change) => {
    const changed = structuredClone(board) as Changed['board'];
    change({ board: changed, roll: changed.roll as Changed['roll'] });
    expect(failed(changed)).toContain(caughtBy);
  });

  it('catches a roll that has changed since a board was saved', () => {
    const early = join(folder, 'early.json');
    writeFileSync(early, JSON.stringify(board));
    expect(failed(board, '--before', early)).toEqual([]);
    const grown = structuredClone(board) as Changed['board'];
    set(grown.roll, { size: 31, signature: signed(rollMessage(ofPoll(31))) });
    expect(failed(grown, '--before', early)).toContain('earlier-board');
  });

  it('knows of no passes where the promises do not', () => {
    const { manifest, roll: _, ...rest } = structuredClone(board);
    expect(failed({ ...rest, manifest, roll: null })).toContain('passes');
    const room = { ...board, manifest: { ...board.manifest, levels: ['A', 'B-'] } };
    expect(failed(room)).toContain('passes');
  });
});

function set(target: object | null | undefined, values: Record<string, unknown>): void {
  expect(target).toBeTruthy();
  Object.assign(target ?? {}, values);
}
