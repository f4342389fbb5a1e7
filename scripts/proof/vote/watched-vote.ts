import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { ballotBoxOf } from '#app/grant/pitch-day/ballot-box/ballot-box-of.server.ts';
import { checkpoint } from '#app/grant/pitch-day/ballot-box/checkpoint.server.ts';
import { revealPoll } from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { ballotOf, closed, mustBe, NOW, pollInTheRoom } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { tokenHash } from '#app/grant/pitch-day/rules/token-hash.ts';
import { toHex } from '#app/kernel/hex.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { openSqlite } from '#db/client.server.ts';
import { testWorld } from '#test/world/test-world.ts';
import type { Seeded } from '../seeded.ts';
import { CAST_ORIGIN, serveCasts } from './cast-server.ts';

/** Everything that somebody at the door knows of a voter, and what nobody should be able to add to it. */
export type KnownVoter = {
  readonly name: string;
  readonly email: string;
  readonly address: string;
  readonly userAgent: string;
  /** The sheet was seen, too. */
  readonly code: string;
  readonly tokenHash: string;
  /** Between two checkpoints. */
  readonly batch: number;
  readonly secret: { readonly leaf: string; readonly r: string; readonly tracker: string };
};

/** Copies of files that are there, by what they are. */
export type Copies = Readonly<Record<'votes' | 'log' | 'wal' | 'portal', Buffer>>;

/** What is left of a vote: in the order of arrival who came, and all copies that were made. */
export type WatchedVote = {
  readonly voters: readonly KnownVoter[];
  /** After each checkpoint, after the close and after the reveal. */
  readonly backups: readonly Copies[];
  /** In the middle of the first batch: no backup, but a look over the shoulder. */
  readonly meanwhile: Copies;
};

/** A vote over HTTP, one voter after another, each known by name, address and sheet. */
export async function watchVote(count: number, perBatch: number, chance: Seeded): Promise<WatchedVote> {
  const folder = mkdtempSync(join(tmpdir(), 'watched-vote-'));
  const logFile = join(folder, 'log');
  const log = pino({ level: 'trace', base: null }, pino.destination({ dest: logFile, sync: true }));
  const world = { ...testWorld(), votes: openSqlite(join(folder, 'vote.db')), log };
  world.moveTo(NOW);
  const poll = pollInTheRoom({ box: ballotBoxOf(world), tokensPerLevel: count + 20 });
  const { port, server } = await serveCasts(world);
  const copy = (): Copies => {
    const read = (file: string) => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));
    const votes = join(folder, 'vote.db');
    return {
      votes: read(votes),
      wal: read(`${votes}-wal`),
      log: read(logFile),
      portal: world.db.$client.serialize(),
    };
  };
  const voters: KnownVoter[] = [];
  const backups: Copies[] = [];
  let meanwhile: Copies | null = null;
  const sheets = shuffled(
    Array.from({ length: count }, (_, sheet) => sheet),
    chance,
  );
  for (const [arrival, sheet] of sheets.entries()) {
    const name = `Voter ${chance.below(1e9).toString(36)} ${arrival}`;
    world.person(name);
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@people.example`;
    const address = `127.0.${1 + (arrival >> 7)}.${1 + (arrival & 127)}`;
    const userAgent = `Phone of ${email}`;
    const { pollId, ...ballot } = ballotOf(poll, sheet, [1 + chance.below(4)]);
    const headers = { 'User-Agent': userAgent, 'X-Forwarded-For': address, Cookie: `name=${email}` };
    const tracker = await cast(port, address, `/vote/${pollId}/cast`, headers, JSON.stringify(ballot));
    voters.push({
      ...{ name, email, address, userAgent, code: ballot.token },
      tokenHash: toHex(tokenHash(pollId, poll.tokens.A[sheet] ?? '')),
      batch: Math.floor(arrival / perBatch),
      secret: { leaf: ballot.leaf, r: ballot.r, tracker },
    });
    world.pass(1_000);
    if (arrival % perBatch !== perBatch - 1) continue;
    meanwhile ??= copy();
    mustBe(checkpoint(poll.box, pollId, world.now()));
    backups.push(copy());
  }
  closed(poll);
  backups.push(copy());
  mustBe(revealPoll(poll.box, poll.pollId, world.now() + MINUTE));
  backups.push(copy());
  server.close();
  server.closeAllConnections();
  world.votes.close();
  rmSync(folder, { recursive: true });
  invariant(meanwhile !== null, 'there is at least one whole batch');
  return { voters, backups, meanwhile };
}

function shuffled<Item>(items: readonly Item[], chance: Seeded): Item[] {
  return items
    .map((item) => ({ item, at: chance.below(1e9) }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

/** From an address of one's own: all of 127.0.0.0/8 is this machine. */
function cast(port: number, localAddress: string, path: string, headers: object, payload: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        ...{ host: '127.0.0.1', port, localAddress, method: 'POST', path, agent: false },
        headers: { 'Content-Type': 'application/json', Origin: CAST_ORIGIN, ...headers },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (piece) => {
          text += piece;
        });
        incoming.on('end', () => {
          if (incoming.statusCode === 200) resolve(JSON.parse(text).tracker);
          else reject(new Error(`a ballot was refused: ${incoming.statusCode} ${text}`));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}
