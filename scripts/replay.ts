/**
 * Turns a real ballot file into a poll and casts every ballot over HTTP.
 *
 *   npm run -s replay -- FILE.pb [--json]
 *
 * Tokens are issued, the manifest is frozen, each ballot goes through `POST /vote/:pollId/cast` on a real port with
 * 64 connections kept alive, the poll is closed and revealed, and `recount.mjs` checks the board. The result is
 * compared with `FILE.reference.json` beside it, if there is one. Exit 1 when anything disagrees.
 */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ballotBoxOf } from '#app/grant/pitch-day/ballot-box/ballot-box-of.server.ts';
import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { closePoll } from '#app/grant/pitch-day/ballot-box/close-poll.server.ts';
import { createPoll } from '#app/grant/pitch-day/ballot-box/create-poll.server.ts';
import { freezePoll } from '#app/grant/pitch-day/ballot-box/freeze-poll.server.ts';
import { addTokenHashes } from '#app/grant/pitch-day/ballot-box/issue-tokens.server.ts';
import { openPoll } from '#app/grant/pitch-day/ballot-box/open-poll.server.ts';
import { REVEAL_WAIT, revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { keepCheckpoints } from '#app/grant/pitch-day/commands/keep-checkpoints.server.ts';
import { castPath } from '#app/grant/pitch-day/routes/cast.server.ts';
import { type PabulibFile, readPabulib } from '#app/grant/pitch-day/rules/pabulib.ts';
import { makeToken, showToken, TOKEN_RANDOM_BYTES } from '#app/grant/pitch-day/rules/token.ts';
import { tokenHash } from '#app/grant/pitch-day/rules/token-hash.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { isCurrency } from '#app/kernel/money.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { World } from '#app/platform/context.server.ts';
import { createHttpHandler } from '#app/platform/http.server.ts';
import { newId } from '#app/platform/ids.server.ts';
import { createLog } from '#app/platform/log.server.ts';
import { openSqlite } from '#db/client.server.ts';
import { matchesReference } from './replay-reference.ts';
import { CONNECTIONS, castAll, ORIGIN } from './replay-voters.ts';

export type Replayed = {
  readonly ballots: number;
  readonly winners: readonly string[];
  /** Null when there is no reference beside the file. */
  readonly matchesReference: boolean | null;
  readonly recounted: boolean;
  readonly castSeconds: number;
};

type ReplayWorld = Pick<World, 'votes' | 'clock' | 'log'> & { pass(ms: number): void };

/** @param tell  hears about each step that takes a while */
export async function replay(file: string, tell: (line: string) => void): Promise<Replayed> {
  const election = mustBe(readPabulib(readFileSync(file, 'utf8')));
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-replay-'));
  // The replay has a clock of its own, so that nobody waits the minute between close and reveal.
  let ahead = 0;
  const world: ReplayWorld = {
    votes: openSqlite(join(folder, 'vote.db')),
    clock: () => Date.now() + ahead,
    log: createLog('error'),
    pass: (ms) => {
      ahead += ms;
    },
  };
  const server = await serve(world);
  try {
    return await runElection(
      file,
      election,
      world,
      (server.address() as AddressInfo).port,
      join(folder, 'board.json'),
      tell,
    );
  } finally {
    server.close();
    server.closeAllConnections();
    world.votes.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runElection(
  file: string,
  election: PabulibFile,
  world: ReplayWorld,
  port: number,
  boardFile: string,
  tell: (line: string) => void,
): Promise<Replayed> {
  const box = ballotBoxOf(world);
  const pollId = newId();
  const currency = election.meta.get('currency') ?? '';
  const { manifestHash } = mustBe(
    createPoll(
      box,
      {
        pollId,
        title: election.meta.get('description') || 'Replayed election',
        options: election.options.map((option) => ({ ...option, title: option.title.slice(0, 300).toWellFormed() })),
        rule: 'greedy_cost',
        seats: null,
        budgetMinor: election.budgetMinor,
        currency: isCurrency(currency) ? currency : 'EUR',
        maxChoices: election.maxChoices,
        blankAllowed: true,
        opensAt: world.clock() - HOUR,
        closesAt: world.clock() + DAY,
        levels: ['A'],
        countedLevels: ['A'],
        tie: { rule: 'smaller-id' },
        assets: [],
      },
      randomBytes,
    ),
  );
  tell(`Issuing ${election.ballots.length} tokens for ${election.options.length} projects`);
  const tokens = election.ballots.map(() => makeToken(randomBytes(TOKEN_RANDOM_BYTES)));
  const hashes = tokens.map((token) => tokenHash(pollId, token));
  mustBe(addTokenHashes(box, pollId, { level: 'A', batch: 'A-1', hashes }));
  mustBe(freezePoll(box, pollId));
  mustBe(openPoll(box, pollId, world.clock()));

  tell(`Casting ${election.ballots.length} ballots over HTTP, ${CONNECTIONS} at a time`);
  const startedAt = performance.now();
  await castAll(port, pollId, manifestHash, tokens.map(showToken), election.ballots, () =>
    keepCheckpoints({ ...world, now: world.clock() }),
  );
  const castSeconds = (performance.now() - startedAt) / 1000;
  tell(`Cast in ${castSeconds.toFixed(1)} s, ${Math.round(election.ballots.length / castSeconds)} ballots a second`);

  const { root } = mustBe(closePoll(box, pollId, world.clock()));
  world.pass(REVEAL_WAIT);
  mustBe(revealPoll(box, pollId, world.clock()));
  const board = mustBe(boardOf(box, pollId));
  writeFileSync(boardFile, JSON.stringify(board));
  tell('Recounting the board with recount.mjs');
  const recounted = await recount(boardFile, root, manifestHash);
  const { counted } = board.revealed?.result ?? {};
  invariant(counted?.winners, 'ties go to the smaller id, so somebody has won');
  const approvals = Object.fromEntries(counted.approvals.map((option) => [option.id, option.approvals]));
  return {
    ballots: counted.ballots,
    winners: counted.winners,
    matchesReference: matchesReference(file, counted.ballots, approvals, counted.winners),
    recounted: recounted.ok && recounted.winners?.join() === counted.winners.join(),
    castSeconds,
  };
}

/** The same listener as in production, with nothing behind it but the ballot path. */
async function serve(world: ReplayWorld): Promise<Server> {
  const handler = createHttpHandler({
    build: { routes: {} } as never,
    publicUrl: ORIGIN,
    log: world.log,
    loadContext: () => Promise.reject(new Error('a replay shows no pages')),
    early: [castPath(world)],
    staticFolders: [],
  });
  const server = createServer(handler);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return server;
}

/** In a process of its own, as anybody would run it. */
async function recount(board: string, root: string, manifest: string): Promise<{ ok: boolean; winners?: string[] }> {
  const args = ['scripts/recount.mjs', board, '--json', '--root', root, '--manifest', manifest];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 64 * 1024 * 1024 }).catch(
    (failed: { stdout?: string }) => ({ stdout: failed.stdout ?? '{"ok":false}' }),
  );
  return JSON.parse(stdout);
}

function mustBe<Value>(outcome: Outcome<Value, string>): Value {
  if (!outcome.ok) throw new Error(`The replay stopped: ${outcome.reason}`);
  return outcome.value;
}

if (process.argv[1] === import.meta.filename) {
  const args = process.argv.slice(2);
  const file = args.find((arg) => !arg.startsWith('--'));
  if (file === undefined) {
    console.error('Usage: npm run -s replay -- FILE.pb [--json]');
    process.exit(2);
  }
  const isJson = args.includes('--json');
  const { recounted, castSeconds: _, ...printed } = await replay(file, (line) => isJson || console.log(line));
  if (!isJson) console.log(recounted ? 'The recount agrees.' : 'THE RECOUNT DISAGREES.');
  console.log(JSON.stringify(printed));
  if (!recounted || printed.matchesReference === false) process.exitCode = 1;
}
