import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { invariant } from '#app/kernel/invariant.ts';
import { atRate, slowestHundredth } from './at-rate.ts';
import { type Figure, figure } from './figure.ts';
import { openVote } from './open-vote.ts';
import { type ServerProcess, startServer } from './server-process.ts';
import { takeTurns } from './take-turns.ts';

const CONNECTIONS = 64;
const ROUNDS = 4;
const BALLOTS_PER_ROUND = 8_000;
const BALLOTS_A_SECOND = 4_000;
const BALLOTS_AT_HALF = 10_000;
/** In microseconds. */
const P99_MAX = 100_000;

type Poll = { readonly path: string; readonly bodies: readonly string[] };

/**
 * Ballots a second over HTTP, each on disk before it is acknowledged, against two bare servers that write the same
 * rows: one that shares commits as the ballot box does, and one that commits each ballot alone.
 */
export async function benchBallots(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-bench-'));
  const servers: ServerProcess[] = [];
  try {
    const poll = pollIn(join(folder, 'vote.db'));
    servers.push(await startServer(['build/server/index.js'], { DATA_DIR: folder, LOG_LEVEL: 'error', DEMO: '0' }));
    for (const mode of ['grouped', 'alone']) {
      servers.push(await startServer(['scripts/bench/bare-ballots.ts', join(folder, `${mode}.db`), mode]));
    }
    const [ours = 0, grouped = 0, alone = 0] = await takeTurns(
      ROUNDS,
      servers.map((server) => (round) => castRound(server, poll, round)),
    );
    return [
      figure('ballots, against a bare server that shares commits', ours, 'requests/s', grouped, { atLeast: 0.7 }),
      figure('ballots, against a bare server that commits each alone', ours, 'requests/s', alone),
      figure('ballots, against 4,000 a second', ours, 'requests/s', BALLOTS_A_SECOND, { atLeast: 1 }),
      await halfLoad(servers[0], poll),
    ];
  } finally {
    for (const server of servers) await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Half of what was promised at most, sent at its time whether the last was answered or not. */
async function halfLoad(server: ServerProcess | undefined, poll: Poll): Promise<Figure> {
  invariant(server !== undefined, 'the portal runs');
  const headers = { 'Content-Type': 'application/json', Origin: server.url };
  const bodies = poll.bodies.slice(-BALLOTS_AT_HALF);
  const sent = bodies.map((body) => ({ method: 'POST', path: poll.path, headers, body }) as const);
  const answers = await atRate(server.url, sent, BALLOTS_A_SECOND / 2);
  const bad = answers.filter(({ status }) => status !== 200).length;
  invariant(bad === 0, `${bad} of ${answers.length} ballots were refused`);
  const name = 'ballots: slowest hundredth at 2,000 a second, against 100 ms';
  return figure(name, slowestHundredth(answers), 'µs', P99_MAX, { atMost: 1 });
}

function pollIn(file: string): Poll {
  const { pollId, ballots } = openVote(file, (ROUNDS + 1) * BALLOTS_PER_ROUND + BALLOTS_AT_HALF);
  return { path: `/vote/${pollId}/cast`, bodies: ballots.map((ballot) => JSON.stringify(ballot)) };
}

/** One share of the ballots, each once, over connections kept alive: the next as soon as the last is acknowledged. */
async function castRound(server: ServerProcess, poll: Poll, round: number) {
  const bodies = poll.bodies.slice(round * BALLOTS_PER_ROUND, (round + 1) * BALLOTS_PER_ROUND);
  let next = 0;
  const startedAt = performance.now();
  let lastAt = startedAt;
  const { non2xx, errors, timeouts } = await load(
    {
      url: server.url,
      connections: CONNECTIONS,
      amount: bodies.length,
      // In seconds: a busy machine is slow, and not wrong.
      timeout: 60,
      requests: [
        {
          method: 'POST',
          path: poll.path,
          headers: { 'Content-Type': 'application/json', Origin: server.url },
          setupRequest: (request) => ({ ...request, body: bodies[next++ % bodies.length] ?? '' }),
        },
      ],
    },
    () => {
      lastAt = performance.now();
    },
  );
  invariant(non2xx + errors + timeouts === 0, `${non2xx} ballots were refused and ${errors + timeouts} were lost`);
  return { done: bodies.length, seconds: (lastAt - startedAt) / 1000 };
}

/** @param onAnswer  at each answer: the client itself ends on a whole second */
function load(options: autocannon.Options, onAnswer: () => void): Promise<autocannon.Result> {
  return new Promise((resolve, reject) => {
    const run = autocannon(options, (error, result) => (error ? reject(error) : resolve(result)));
    run.on('response', onAnswer);
  });
}
