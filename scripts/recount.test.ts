import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { castBallot } from '#app/grant/pitch-day/ballot-box/cast-ballot.server.ts';
import { checkpoint } from '#app/grant/pitch-day/ballot-box/checkpoint.server.ts';
import { voidTokens } from '#app/grant/pitch-day/ballot-box/issue-tokens.server.ts';
import {
  certifyPoll,
  recordPaperCount,
  recordRandomness,
  revealPoll,
} from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { privateKeyOf, signMessage } from '#app/grant/pitch-day/ballot-box/signing.server.ts';
import {
  ballotOf,
  castMany,
  closed,
  mustBe,
  NOW,
  pollInTheRoom,
  type TrialOptions,
} from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import type { Board, RevealedBoard } from '#app/grant/pitch-day/rules/board.ts';
import { checkpointMessage, checkpointNote } from '#app/grant/pitch-day/rules/notes.ts';
import { rootWords } from '#app/grant/pitch-day/rules/root-words.ts';
import { tokenHash } from '#app/grant/pitch-day/rules/token-hash.ts';
import { trackerOf } from '#app/grant/pitch-day/rules/tracker.ts';
import { fromHex, toHex } from '#app/kernel/hex.ts';
import { tieSeed } from '#app/kernel/lots.ts';

/** The board as JSON gives it: everything may be overwritten. */
type Loose<T> = {
  -readonly [Key in keyof T]: T[Key] extends string | number | boolean | null ? T[Key] : Loose<T[Key]>;
};
type TamperedBoard = Omit<Loose<Board>, 'revealed'> & { revealed: Loose<RevealedBoard> };

type Report = { ok: boolean; checks: { name: string; ok: boolean; detail: string }[]; winners: string[] | null };

let folder = '';
let files = 0;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recount-'));
});

afterAll(() => rmSync(folder, { recursive: true }));

function save(content: unknown): string {
  files += 1;
  const file = join(folder, `board-${files}.json`);
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** Two programs that share no line. */
type Program = readonly [command: string, script: string];
const PROGRAMS: readonly Program[] = [
  [process.execPath, 'scripts/recount.mjs'],
  ['python3', 'scripts/recount.py'],
];
const isThere = ([command]: Program) => spawnSync(command, ['--version']).status === 0;
const [node, python] = PROGRAMS as readonly [Program, Program];
if (!isThere(python)) {
  if (process.env.CI !== undefined) throw new Error('The recount in Python is tested with python3: install it first.');
  process.stdout.write('There is no python3 here: the recount in Python is not tested.\n');
}
const programs = isThere(python) ? [node, python] : [node];

/** Runs a program as anyone would: another process, nothing but the file. */
function run([command, script]: Program, ...words: string[]) {
  return spawnSync(command, [script, ...words], { encoding: 'utf8' });
}
const recountWith =
  (program: Program) =>
  (content: unknown, ...options: string[]): Report => {
    const { stdout, status } = run(program, save(content), '--json', ...options);
    const report = JSON.parse(stdout) as Report;
    expect(status).toBe(report.ok ? 0 : 1);
    return report;
  };

const failedChecks = (report: Report) => report.checks.filter((check) => !check.ok).map((check) => check.name);

/** An evening with everything in it: two levels, checkpoints, a void token, blank ballots, paper. */
function evening(options: TrialOptions = {}) {
  const poll = pollInTheRoom({
    ...options,
    draft: { levels: ['A', 'C'], blankAllowed: true, seats: 3, ...options.draft },
  });
  mustBe(voidTokens(poll.box, poll.pollId, { hashes: [tokenHash(poll.pollId, poll.tokens.A[29] ?? '')] }));
  castMany(poll, 0, 12);
  mustBe(checkpoint(poll.box, poll.pollId, NOW));
  const early = mustBe(boardOf(poll.box, poll.pollId));
  castMany(poll, 0, 11, 'C');
  mustBe(checkpoint(poll.box, poll.pollId, NOW + 1));
  mustBe(castBallot(poll.box, ballotOf(poll, 12, []), NOW));
  castMany(poll, 13, 3);
  closed(poll);
  mustBe(recordPaperCount(poll.box, poll.pollId, { printed: 30, returned: 10, spoiled: 4 }));
  mustBe(revealPoll(poll.box, poll.pollId, NOW + 60_001));
  return { poll, early, board: mustBe(boardOf(poll.box, poll.pollId)) };
}

const { poll, early, board } = evening();

describe.each(programs)('recounting an honest board: %s %s', (...program) => {
  const recount = recountWith(program);

  it('finds every check in order and the same winners', () => {
    const report = recount(board);
    expect(failedChecks(report)).toEqual([]);
    expect(report).toMatchObject({ ok: true, winners: board.revealed?.result.counted.winners });
    expect(report.checks.map((check) => check.name)).toEqual([
      'format',
      'manifest-hash',
      'manifest-valid',
      'issued-root',
      'void-issued',
      'passes',
      'spent-issued',
      'spent-equals-ballots',
      'bodies-valid',
      'leaves-recompute',
      'leaves-unique',
      'trackers',
      'checkpoint-chain',
      'checkpoint-prefixes',
      'final-root',
      'tally',
      'ties',
      'winners',
      'paper',
    ]);
  });

  it('explains itself to people, one line per check', () => {
    const { status, stdout } = run(program, save(board));
    expect(status).toBe(0);
    expect(stdout).toContain('ok     final-root:');
    const titleOf = (id: string) => board.manifest.options.find((option) => option.id === id)?.title;
    expect(stdout).toContain(
      `The published result is right.\nWinners:\n  1. bilal  ${titleOf('bilal')}\n  2. amina  ${titleOf('amina')}\n`,
    );
    const root = board.checkpoints.at(-1)?.root ?? '';
    const words = rootWords(fromHex(root, 32) ?? new Uint8Array());
    expect(stdout).toContain(`\nWords of the wall: ${words.join(' ')}\n`);
  });

  it('lets no text of a board do anything to the terminal', () => {
    const title = '\u001b[2J\u009b31m\u202eHonest\u2066\r\nok     final-root: کت\u200cاب';
    const options = (board.manifest.options ?? []).map((option) => ({ ...option, title }));
    const file = save(evening({ draft: { options } }).board);
    const people = run(program, file);
    expect(people.status).toBe(0);
    const shown = String.raw`\u001b[2J\u009b31m\u202eHonest\u2066\u000d\u000aok     final-root: کت${'\u200c'}اب`;
    expect(people.stdout).toContain(`\n  1. bilal  ${shown}\n`);
    const stranger = structuredClone(board) as TamperedBoard;
    stranger.manifest.pollId = 'p\u009b2J';
    for (const issue of stranger.issued) issue.pollId = 'p\u009b2K';
    const machine = run(program, save(stranger), '--json');
    for (const { stdout } of [people, machine]) expect(stdout).not.toMatch(/(?!\n)[\p{Cc}\u202e\u2066]/u);
    expect(JSON.parse(machine.stdout)).toMatchObject({ ok: false });
  });

  it('compares with what was written down before the reveal', () => {
    const root = board.checkpoints.at(-1)?.root ?? '';
    expect(recount(board, '--root', root.slice(0, 16), '--manifest', board.manifestHash).ok).toBe(true);
    expect(failedChecks(recount(board, '--root', '0'.repeat(64)))).toEqual(['final-root']);
    const words = rootWords(fromHex(root, 32) ?? new Uint8Array());
    expect(recount(board, '--root', words.join(' ')).ok).toBe(true);
    expect(recount(board, '--root', ...words.slice(0, 4)).ok).toBe(true);
    expect(failedChecks(recount(board, '--root', words.toReversed().join(' ')))).toEqual(['final-root']);
    expect(failedChecks(recount(board, '--manifest', '0'.repeat(64)))).toEqual(['manifest-hash']);
  });

  it('compares with a board saved earlier', () => {
    expect(recount(board, '--before', save(early)).ok).toBe(true);
    const swapped = { ...early, trackers: early.trackers.toReversed() };
    expect(failedChecks(recount(board, '--before', save(swapped)))).toEqual(['earlier-board']);
  });

  it('agrees on a budget, on a drawn tie, and on one still open', () => {
    const tie = { rule: 'public-randomness', source: 'drand round 5' } as const;
    const budgeted = evening({ draft: { rule: 'greedy_cost', seats: null, budgetMinor: 600_000 } });
    expect(recount(budgeted.board)).toMatchObject({
      ok: true,
      winners: budgeted.board.revealed?.result.counted.winners,
    });
    const tied = pollInTheRoom({ draft: { tie, seats: 1 } });
    castBallot(tied.box, ballotOf(tied, 0, [1]), NOW);
    castBallot(tied.box, ballotOf(tied, 1, [4]), NOW);
    closed(tied);
    mustBe(revealPoll(tied.box, tied.pollId, NOW + 60_000));
    expect(recount(mustBe(boardOf(tied.box, tied.pollId)))).toMatchObject({ ok: true, winners: null });
    mustBe(recordRandomness(tied.box, tied.pollId, 'f00d'));
    mustBe(certifyPoll(tied.box, tied.pollId));
    const drawn = mustBe(boardOf(tied.box, tied.pollId));
    const report = recount(drawn);
    expect(report).toMatchObject({ ok: true, winners: drawn.revealed?.result.counted.winners });
    const root = fromHex(drawn.checkpoints.at(-1)?.root ?? '', 32) ?? new Uint8Array();
    expect(report.checks.find((check) => check.name === 'ties')?.detail).toContain(
      `the same lot, whose seed is ${toHex(tieSeed(tied.pollId, root, 'f00d'))}`,
    );
    expect(failedChecks(recount({ ...drawn, revealed: { ...drawn.revealed, randomness: null } }))).toEqual([
      'ties',
      'winners',
    ]);
    const redrawn = ['1', '2', '3', '4', '5', '6', '7'].map((randomness) =>
      failedChecks(recount({ ...drawn, revealed: { ...drawn.revealed, randomness } })).join(),
    );
    expect(redrawn).toContain('ties,winners');
  });
});

describe('the programs', () => {
  it('are single files that import nothing but what Node and Python bring', () => {
    const imports = readFileSync('scripts/recount.mjs', 'utf8').match(/^import .* from '(.*)';$/gm) ?? [];
    expect(imports).toHaveLength(2);
    for (const line of imports) expect(line).toContain("'node:");
    const modules = readFileSync('scripts/recount.py', 'utf8').match(/^\s*(?:import|from) \S+/gm) ?? [];
    expect(modules.map((line) => line.split(' ')[1]).sort()).toEqual([
      'collections',
      'datetime',
      'fractions',
      'hashlib',
      'json',
      're',
      'sys',
    ]);
  });
});

describe.each(programs)('recounting a board that was tampered with: %s %s', (...program) => {
  const recount = recountWith(program);

  const first = <Item>(list: Item[]): Item => {
    const [item] = list;
    if (item === undefined) throw new Error('the honest board has one');
    return item;
  };
  const last = <Item>(list: Item[]): Item => first(list.slice(-1));

  const tampering: [what: string, caughtBy: string, tamper: (board: TamperedBoard) => void][] = [
    [
      'another budget or number of winners',
      'manifest-hash',
      (b) => {
        b.manifest.seats = 4;
      },
    ],
    [
      'a truth in place of a number that it equals in some languages',
      'checkpoint-chain',
      (b) => {
        first(b.checkpoints).seq = true as never;
      },
    ],
    [
      'a renamed option',
      'manifest-hash',
      (b) => {
        first(b.manifest.options).title = 'Sowing circle';
      },
    ],
    [
      'a manifest hash of its own',
      'manifest-hash',
      (b) => {
        b.manifestHash = '0'.repeat(64);
      },
    ],
    [
      'two options of one id',
      'manifest-valid',
      (b) => {
        last(b.manifest.options).id = 'amina';
      },
    ],
    [
      'a token issued later',
      'issued-root',
      (b) => {
        first(b.revealed.issuedTokens).hashes.push('f'.repeat(64));
      },
    ],
    [
      'a token swapped for another',
      'issued-root',
      (b) => {
        first(b.revealed.issuedTokens).hashes[0] = '0'.repeat(64);
      },
    ],
    [
      'a token gone from the issue',
      'issued-root',
      (b) => {
        first(b.revealed.issuedTokens).hashes.pop();
      },
    ],
    [
      'an issued number rewritten with its root kept',
      'issued-root',
      (b) => {
        first(b.issued).count += 1;
      },
    ],
    [
      'an issue signed by nobody',
      'issued-root',
      (b) => {
        first(b.issued).signature = '0'.repeat(128);
      },
    ],
    [
      'a level without its issue',
      'issued-root',
      (b) => {
        b.issued.pop();
      },
    ],
    [
      'a void token nobody issued',
      'void-issued',
      (b) => {
        b.revealed.voidTokens = ['0'.repeat(64)];
      },
    ],
    [
      'a used token nobody issued',
      'spent-issued',
      (b) => {
        b.revealed.spentTokens[0] = '0'.repeat(64);
      },
    ],
    [
      'a used token listed twice',
      'spent-issued',
      (b) => {
        b.revealed.spentTokens[1] = first(b.revealed.spentTokens);
      },
    ],
    [
      'a used token voided afterwards',
      'spent-issued',
      (b) => {
        b.revealed.voidTokens = [first(b.revealed.spentTokens)];
      },
    ],
    [
      'a used token dropped',
      'spent-equals-ballots',
      (b) => {
        b.revealed.spentTokens.pop();
      },
    ],
    [
      'a ballot dropped',
      'final-root',
      (b) => {
        b.revealed.ballots.pop();
        b.trackers.pop();
      },
    ],
    [
      'a ballot dropped, with a used token',
      'final-root',
      (b) => {
        b.revealed.ballots.pop();
        b.trackers.pop();
        b.revealed.spentTokens.pop();
      },
    ],
    [
      'a ballot added',
      'spent-equals-ballots',
      (b) => {
        b.revealed.ballots.push({ ...first(b.revealed.ballots), leaf: 'f'.repeat(64) });
      },
    ],
    [
      'a choice changed',
      'leaves-recompute',
      (b) => {
        first(b.revealed.ballots).body = first(b.revealed.ballots).body.replace(/\[.*\]/, '[4]');
      },
    ],
    [
      'another r',
      'leaves-recompute',
      (b) => {
        first(b.revealed.ballots).r = '0'.repeat(32);
      },
    ],
    [
      'a ballot moved to the level that decides',
      'spent-equals-ballots',
      (b) => {
        const ballot = b.revealed.ballots[15];
        if (ballot) ballot.body = ballot.body.replace('"C"', '"A"');
      },
    ],
    [
      'a ballot with more choices than allowed',
      'bodies-valid',
      (b) => {
        first(b.revealed.ballots).body = first(b.revealed.ballots).body.replace(/\[.*\]/, '[1,2,3,4]');
      },
    ],
    [
      'a choice counted twice',
      'bodies-valid',
      (b) => {
        first(b.revealed.ballots).body = first(b.revealed.ballots).body.replace(/\[.*\]/, '[1,1]');
      },
    ],
    [
      'a choice that is not there',
      'bodies-valid',
      (b) => {
        first(b.revealed.ballots).body = first(b.revealed.ballots).body.replace(/\[.*\]/, '[5]');
      },
    ],
    [
      'a ballot with a name in it',
      'bodies-valid',
      (b) => {
        first(b.revealed.ballots).body = first(b.revealed.ballots).body.replace('{', '{"a":1,');
      },
    ],
    [
      'one ballot shown to two voters',
      'leaves-unique',
      (b) => {
        b.revealed.ballots[1] = first(b.revealed.ballots);
      },
    ],
    [
      'a tracker that is not its leaf',
      'trackers',
      (b) => {
        b.trackers[0] = '0000-0000-0000';
      },
    ],
    [
      'a tracker missing',
      'trackers',
      (b) => {
        b.trackers.shift();
      },
    ],
    [
      'ballots in another order',
      'checkpoint-prefixes',
      (b) => {
        b.revealed.ballots.reverse();
      },
    ],
    [
      'a checkpoint removed',
      'checkpoint-chain',
      (b) => {
        b.checkpoints.shift();
      },
    ],
    [
      'the last checkpoint removed',
      'checkpoint-chain',
      (b) => {
        b.checkpoints.pop();
      },
    ],
    [
      'a checkpoint signed by nobody',
      'checkpoint-chain',
      (b) => {
        first(b.checkpoints).signature = '0'.repeat(128);
      },
    ],
    [
      'a checkpoint made earlier than it was',
      'checkpoint-chain',
      (b) => {
        last(b.checkpoints).at -= 1;
      },
    ],
    [
      'a note that says something else',
      'checkpoint-chain',
      (b) => {
        last(b.checkpoints).note += 'and all is well\n';
      },
    ],
    [
      'a checkpoint of a smaller list',
      'checkpoint-prefixes',
      (b) => {
        first(b.checkpoints).size = 11;
      },
    ],
    [
      'another final root',
      'final-root',
      (b) => {
        last(b.checkpoints).root = '0'.repeat(64);
      },
    ],
    [
      'another signing key',
      'issued-root',
      (b) => {
        b.manifest.signingKey = '0'.repeat(64);
      },
    ],
    [
      'one approval more',
      'tally',
      (b) => {
        first(b.revealed.result.counted.approvals).approvals += 1;
      },
    ],
    [
      'fewer ballots than counted',
      'tally',
      (b) => {
        b.revealed.result.counted.ballots -= 1;
      },
    ],
    [
      'another total of a level shown beside',
      'tally',
      (b) => {
        first(b.revealed.result.apart).ballots += 1;
      },
    ],
    [
      'another order',
      'ties',
      (b) => {
        b.revealed.result.counted.order.reverse();
      },
    ],
    [
      'a tie called harmless',
      'ties',
      (b) => {
        for (const tie of b.revealed.result.counted.ties) tie.decisive = !tie.decisive;
      },
    ],
    [
      'randomness that was never promised',
      'ties',
      (b) => {
        b.revealed.randomness = 'f00d';
      },
    ],
    [
      'another winner',
      'winners',
      (b) => {
        b.revealed.result.counted.winners?.splice(0, 1, 'dara');
      },
    ],
    [
      'another cost',
      'winners',
      (b) => {
        b.revealed.result.counted.cost -= 1;
      },
    ],
    [
      'more sheets used than handed out',
      'paper',
      (b) => {
        b.revealed.paper = { printed: 30, returned: 10, spoiled: 5 };
      },
    ],
    [
      'more sheets printed than tokens issued',
      'paper',
      (b) => {
        b.revealed.paper = { printed: 31, returned: 0, spoiled: 0 };
      },
    ],
    [
      'another format',
      'format',
      (b) => {
        (b as { format: string }).format = 'common-pot/board/2';
      },
    ],
    [
      'no reveal',
      'format',
      (b) => {
        (b as { revealed: unknown }).revealed = null;
      },
    ],
  ];

  it.each(tampering)('catches %s (%s)', (_what, caughtBy, tamper) => {
    const tampered = structuredClone(board) as unknown as TamperedBoard;
    tamper(tampered);
    const report = recount(tampered);
    expect(report.ok).toBe(false);
    expect(report.winners).toBeNull();
    expect(failedChecks(report)).toContain(caughtBy);
  });

  it('catches an operator who holds the key and rewrites the last checkpoint, by the root in a photo', () => {
    const tampered = structuredClone(board) as unknown as TamperedBoard;
    const honestRoot = last(tampered.checkpoints).root;
    const row = poll.box.connection.prepare('SELECT secret FROM signing_key').pluck().get() as Uint8Array;
    // Drop the last ballot and its token, then sign a new end as if nothing had been there.
    tampered.revealed.ballots.pop();
    const checkpointed = last(tampered.checkpoints);
    checkpointed.size -= 1;
    checkpointed.note = checkpointNote(checkpointed);
    checkpointed.signature = toHex(signMessage(privateKeyOf(row), checkpointMessage(checkpointed.note)));
    tampered.trackers = tampered.revealed.ballots.map((ballot) => trackerOf(Buffer.from(ballot.leaf, 'hex')));
    expect(failedChecks(recount(tampered, '--root', honestRoot))).toContain('final-root');
  });

  it.each(['', '{', 'null', '[]', '{}', '{"format":"common-pot/board/1"}', '"x"'])(
    'survives a file that is no board: %j',
    (text) => {
      expect(failedChecks(recount(text))).toEqual(['format']);
    },
  );

  it('survives any part of the board being missing', () => {
    const paths = (value: unknown, path: string[] = []): string[][] =>
      typeof value === 'object' && value !== null
        ? Object.entries(value)
            .slice(0, 3)
            .flatMap(([key, inner]) => [[...path, key], ...paths(inner, [...path, key])])
        : [];
    const sample = paths(board).filter((_, index) => index % 9 === 0);
    for (const path of sample) {
      const broken = structuredClone(board) as unknown as Record<string, unknown>;
      const parent = path.slice(0, -1).reduce((value, key) => value[key] as Record<string, unknown>, broken);
      parent[path.at(-1) ?? ''] = null;
      const isHarmless = path.join('.') === 'revealed.paper' || path.join('.') === 'revealed.randomness';
      expect([path.join('.'), recount(broken).ok]).toEqual([path.join('.'), isHarmless]);
    }
  });
});
