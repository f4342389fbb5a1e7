import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { checkpoint } from '#app/grant/pitch-day/ballot-box/checkpoint.server.ts';
import { voidTokens } from '#app/grant/pitch-day/ballot-box/issue-tokens.server.ts';
import { recordPaperCount, revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { castMany, closed, mustBe, NOW, pollInTheRoom } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { recounterScript, recountPage } from '#app/grant/pitch-day/queries/recount-page.server.ts';
import { LETTER_CODE_BYTES, makeLetterCode, showLetterCode } from '#app/grant/pitch-day/rules/letter-code.ts';
import { rootWords } from '#app/grant/pitch-day/rules/root-words.ts';
import { makeToken, showToken, TOKEN_RANDOM_BYTES } from '#app/grant/pitch-day/rules/token.ts';
import { tokenHash } from '#app/grant/pitch-day/rules/token-hash.ts';
import { WORD_LIST } from '#app/grant/pitch-day/rules/word-list.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { isSignature } from './ed25519.mjs';
import { Sha256, sha384, sha512 } from './sha2.mjs';

type Report = { ok: boolean; checks: { name: string; ok: boolean; detail: string }[]; winners: string[] | null };
type Said = { kind: string; result?: Report['checks'][number]; answer?: unknown; fault?: string };

/** Asks the program of the page, in a world that has nothing of Node and only this of a browser. */
async function askPage(...questions: readonly object[]): Promise<Said[]> {
  const world = createContext({ TextEncoder });
  runInContext(recounterScript(), world);
  const said: Said[] = [];
  const answer = runInContext('answering', world)((message: Said) => said.push(structuredClone(message)));
  for (const question of questions) await answer(question);
  return said;
}

const asked = (board: unknown, noted: object = {}) => ({
  kind: 'check',
  text: JSON.stringify(board),
  before: null,
  root: '',
  manifest: '',
  seal: WORD_LIST,
  ...noted,
});
const answersIn = (said: readonly Said[]) => said.filter((one) => one.kind !== 'checked').map((one) => one.answer);

const poll = pollInTheRoom({ draft: { levels: ['A', 'B', 'C'], blankAllowed: true } });
mustBe(voidTokens(poll.box, poll.pollId, { hashes: [tokenHash(poll.pollId, poll.tokens.A[29] ?? '')] }));
castMany(poll, 0, 12);
mustBe(checkpoint(poll.box, poll.pollId, NOW));
const early = mustBe(boardOf(poll.box, poll.pollId));
castMany(poll, 12, 5);
castMany(poll, 0, 11, 'C');
castMany(poll, 0, 3, 'B');
closed(poll);
mustBe(recordPaperCount(poll.box, poll.pollId, { printed: 30, returned: 10, spoiled: 2 }));
mustBe(revealPoll(poll.box, poll.pollId, NOW + 60_001));
const board = mustBe(boardOf(poll.box, poll.pollId));

function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] = (copy[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  return copy;
}

describe('what Node brings and the page writes out', () => {
  it('hashes as Node does, whatever the length and the parts', () => {
    for (let length = 0; length < 300; length += 1) {
      const bytes = randomBytes(length);
      const ours = new Sha256().update(bytes.subarray(0, length / 3)).update(bytes.subarray(length / 3));
      const hex = (digest: Uint8Array) => Buffer.from(digest).toString('hex');
      expect(hex(ours.digestInto(new Uint8Array(32)))).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(hex(sha384(bytes))).toBe(createHash('sha384').update(bytes).digest('hex'));
      expect(hex(sha512(bytes))).toBe(createHash('sha512').update(bytes).digest('hex'));
    }
  });

  it('takes what Node has signed, and nothing with one bit changed', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    for (let bit = 0; bit < 512; bit += 8) {
      const message = randomBytes(32);
      const signature = sign(null, message, privateKey);
      expect(isSignature(key, message, signature)).toBe(true);
      expect(isSignature(flipped(key, bit % 256), message, signature)).toBe(false);
      expect(isSignature(key, flipped(message, bit % 256), signature)).toBe(false);
      expect(isSignature(key, message, flipped(signature, bit))).toBe(false);
    }
  });

  it('refuses a signature whose number is not the smallest, which would be a second one for the same words', () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32);
    const signature = sign(null, Buffer.from('a'), privateKey);
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = BigInt(`0x${Buffer.from(signature.subarray(32)).reverse().toString('hex')}`) + order;
    const second = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse();
    expect(isSignature(key, Buffer.from('a'), Buffer.concat([signature.subarray(0, 32), second]))).toBe(false);
  });
});

describe('the program in the page', () => {
  it('says word for word what recount.mjs says, of an honest board and of changed ones', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recount-page-'));
    const changes: ((copy: typeof board) => object)[] = [
      (copy) => copy,
      (copy) => ({ ...copy, trackers: [] }),
      (copy) => ({ ...copy, checkpoints: copy.checkpoints.map((one) => ({ ...one, signature: '0'.repeat(128) })) }),
      (copy) => ({ ...copy, revealed: { ...copy.revealed, randomness: 'f00d', paper: { printed: 1 } } }),
      (copy) => {
        const passes = (copy.revealed?.passes ?? []).map(({ hash }) => ({ hash, signature: '1'.repeat(512) }));
        return { ...copy, revealed: { ...copy.revealed, passes } };
      },
      (copy) => ({ ...copy, revealed: null }),
    ];
    for (const change of changes) {
      const copy = change(board);
      writeFileSync(join(folder, 'board.json'), JSON.stringify(copy));
      const node = spawnSync(process.execPath, ['scripts/recount.mjs', join(folder, 'board.json'), '--json']);
      const [{ told: _, ...report }] = answersIn(await askPage(asked(copy))) as [Report & { told: unknown }];
      expect(report).toEqual(JSON.parse(node.stdout.toString()));
    }
    rmSync(folder, { recursive: true });
  });

  it('tells of each check as it is done, and has words for each in every language', async () => {
    const said = await askPage(asked(board, { before: JSON.stringify(early) }));
    const heard = said.filter((one) => one.kind === 'checked').map((one) => one.result?.name);
    for (const language of ['en', 'ar']) expect(Object.keys(wordsIn(language).words.recountPage.checks)).toEqual(heard);
  });

  it('compares with what was written down, and with a board saved earlier', async () => {
    const root = board.checkpoints.at(-1)?.root.slice(0, 12);
    const noted = { root, manifest: board.manifestHash, before: JSON.stringify(early) };
    const swapped = JSON.stringify({ ...early, trackers: early.trackers.toReversed() });
    const said = await askPage(
      asked(board, noted),
      asked(board, { before: swapped }),
      asked(board, { root: '00000000' }),
      asked(board, { before: '{' }),
    );
    const failed = answersIn(said).map((answer) =>
      (answer as Report | undefined)?.checks.filter((check) => !check.ok).map((check) => check.name),
    );
    expect(failed).toEqual([[], ['earlier-board'], ['final-root'], undefined]);
    expect(said.at(-1)?.fault).toContain('SyntaxError');
  });

  it('takes the words of the seal for the root, and refuses what it could not compare', async () => {
    const root = board.checkpoints.at(-1)?.root ?? '';
    const seal = rootWords(Buffer.from(root, 'hex'));
    const answered = async (noted: object) => {
      const [answer] = answersIn(await askPage(asked(board, noted)));
      const { refused, checks } = answer as Partial<Report> & { refused?: string[] };
      return refused ?? checks?.flatMap(({ name, ok }) => (ok ? [] : [name]));
    };
    for (const good of [
      seal.join(' '),
      seal.slice(0, 4).join(', ').toUpperCase(),
      `${root.slice(0, 4)} ${root.slice(4, 8)}`,
    ])
      expect(await answered({ root: good })).toEqual([]);
    for (const other of [
      seal.toReversed().join(' '),
      'acid acid acid acid',
      root.replace(/^./, (one) => (one === '0' ? '1' : '0')),
    ])
      expect(await answered({ root: other })).toEqual(['final-root']);
    for (const unreadable of [
      root.slice(0, 7),
      seal.slice(0, 3).join(' '),
      `${root.slice(0, 10)}o`,
      'my photo',
      `${root}0`,
      '؟',
    ])
      expect(await answered({ root: unreadable })).toEqual(['root']);
    expect(await answered({ manifest: board.manifestHash.slice(0, 63) })).toEqual(['manifest']);
    // What looks empty is not what somebody noted, and must not pass for a comparison.
    expect(await answered({ root: ' ', manifest: ' -:- ' })).toEqual(['root', 'manifest']);
    expect(await answered({ root: '', manifest: '' })).toEqual([]);
    expect(await answered({ root: 'x', manifest: 'x' })).toEqual(['root', 'manifest']);
    expect(await answered({ manifest: ` ${board.manifestHash.toUpperCase()}` })).toEqual([]);
  });

  it('finds a ballot by its number, and says what became of a sheet', async () => {
    const [first] = board.revealed?.ballots ?? [];
    const { choices } = JSON.parse(first?.body ?? '');
    const titles = choices.map((choice: number) => board.manifest.options[choice - 1]?.title);
    const typed = board.trackers[0]?.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    const find = (text = '') => ({ kind: 'find', text });
    const sheet = (text = '') => ({ kind: 'sheet', text });
    const [, ...answers] = answersIn(
      await askPage(
        asked(board),
        ...[find(typed), find('AAAA-AAAA-AAAA'), sheet(poll.sheets.A[0]?.toLowerCase()), sheet(poll.sheets.A[20])],
        ...[sheet(poll.sheets.A[29]), sheet(showToken(makeToken(randomBytes(TOKEN_RANDOM_BYTES))))],
        // The code of a letter, which is shorter.
        sheet(showLetterCode(makeLetterCode(randomBytes(LETTER_CODE_BYTES)))),
        ...[sheet(poll.sheets.A[0]?.replace(/^./, (symbol) => (symbol === 'X' ? 'Y' : 'X'))), sheet('short')],
      ),
    );
    expect(answers).toEqual([titles, null, 'used', 'unused', 'void', 'stranger', 'stranger', 'typo', 'typo']);
  });
});

describe('the page', () => {
  it('is one file that can reach nobody', () => {
    const page = recountPage();
    expect(page).not.toMatch(/(?:src|href|action)=|@import|url\(|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket/);
    expect(page).toContain(`content="default-src 'none'; script-src 'sha256-`);
    expect(page.length).toBeLessThan(100_000);
  });
});
