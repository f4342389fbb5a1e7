import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { ballotBoxOf } from '#app/grant/pitch-day/ballot-box/ballot-box-of.server.ts';
import { checkpoint } from '#app/grant/pitch-day/ballot-box/checkpoint.server.ts';
import { mustBe } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { castVote } from '#app/grant/pitch-day/commands/cast-vote.server.ts';
import { addressOf, asking, ballot, frozen } from '#app/grant/pitch-day/remote-evening.testing.ts';
import { action as askForPass } from '#app/grant/pitch-day/routes/issue-pass.ts';
import { showToken } from '#app/grant/pitch-day/rules/token.ts';
import { tokenHash } from '#app/grant/pitch-day/rules/token-hash.ts';
import { sha256Hex } from '#app/kernel/digest.ts';
import { toHex } from '#app/kernel/hex.ts';
import { DAY } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { contextOf } from '#app/platform/context.server.ts';
import { openDatabase, openSqlite } from '#db/client.server.ts';
import type { Seeded } from '../seeded.ts';

/** Somebody on the roll, as whoever runs the portal knows her, and what nobody should be able to add to it. */
export type PassVoter = {
  readonly email: string;
  /** In her letter. */
  readonly code: string;
  readonly arrival: number;
  /** What she sent to have it signed, what came back, and what the portal keeps of it; in hexadecimal. */
  readonly asked: { readonly blinded: string; readonly signed: string; readonly hash: string };
  /** Between two checkpoints. */
  readonly batch: number;
  readonly secret: {
    readonly token: string;
    readonly tokenHash: string;
    readonly signature: string;
    readonly leaf: string;
    readonly r: string;
    readonly tracker: string;
  };
};

/** Every file there is: each database with its log of writes behind it, and the log. */
export type PassFiles = Readonly<Record<'box' | 'portal' | 'log', Buffer>>;

export type WatchedPasses = {
  readonly voters: readonly PassVoter[];
  /** After each checkpoint. */
  readonly backups: readonly PassFiles[];
  /** In the middle of the first batch: no backup, but a look over the shoulder. */
  readonly meanwhile: PassFiles;
  /** The key that signed, as the ballot box keeps it: whoever has the files has it, too. */
  readonly issuingSecret: Buffer;
};

/**
 * A vote in which everybody on the roll asks for a pass and votes with it at once, one after the other: the worst that can
 * happen to somebody whose asking was watched.
 */
export async function watchPasses(count: number, perBatch: number, chance: Seeded): Promise<WatchedPasses> {
  const folder = mkdtempSync(join(tmpdir(), 'watched-passes-'));
  try {
    return await watchedIn(folder, count, perBatch, chance);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function watchedIn(folder: string, count: number, perBatch: number, chance: Seeded): Promise<WatchedPasses> {
  const evening = await frozen('pass', count);
  evening.world.pass(DAY);
  evening.press('open-vote');
  const [portalFile, votesFile, logFile] = ['portal.db', 'vote.db', 'log'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(portalFile, evening.world.db.$client.serialize());
  writeFileSync(votesFile, evening.world.votes.serialize());
  const log = pino({ level: 'trace', base: null }, pino.destination({ dest: logFile, sync: true }));
  const world = { ...evening.world, db: openDatabase(portalFile), votes: openSqlite(votesFile), log };
  const box = ballotBoxOf(world);
  const { pollId } = evening;
  const copy = (): PassFiles => {
    const read = (file: string) => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0));
    const withWrites = (file: string) => Buffer.concat([read(file), read(`${file}-wal`)]);
    return { box: withWrites(votesFile), portal: withWrites(portalFile), log: read(logFile) };
  };
  const people = Array.from({ length: count }, (_, place) => ({ place, at: chance.below(1e9) }))
    .sort((one, other) => one.at - other.at)
    .map(({ place }) => place);
  const voters: PassVoter[] = [];
  const backups: PassFiles[] = [];
  let meanwhile: PassFiles | null = null;
  for (const [arrival, place] of people.entries()) {
    const email = addressOf(place);
    const code = evening.codes.get(email) ?? '';
    const { token, blinded, finish } = await asking(evening, place + 1);
    const signed = await signedBy(world, pollId, { code, blinded });
    const signature = await finish(signed);
    const request = ballot(evening, { token: showToken(token), signature }, place + 1, 'B');
    const receipt = mustBe(await castVote(contextOf(world, null), request));
    voters.push({
      ...{ email, code, arrival },
      asked: { blinded, signed, hash: sha256Hex(Buffer.from(blinded, 'hex')) },
      batch: Math.floor(arrival / perBatch),
      secret: {
        ...{ token: showToken(token), signature, leaf: request.leaf, r: request.r, tracker: receipt.tracker },
        tokenHash: toHex(tokenHash(pollId, token)),
      },
    });
    evening.world.pass(1_000);
    if (arrival % perBatch !== perBatch - 1) continue;
    meanwhile ??= copy();
    mustBe(checkpoint(box, pollId, evening.world.now()));
    backups.push(copy());
  }
  const issuingSecret = box.statements.findIssuingKey.get({ pollId })?.secret;
  invariant(issuingSecret, 'a poll with passes has a key that signs them');
  invariant(meanwhile !== null, 'there is at least one whole batch');
  world.db.$client.close();
  world.votes.close();
  return { voters, backups, meanwhile, issuingSecret: Buffer.from(issuingSecret) };
}

/** Through the route, so that whatever it keeps or logs is among the files. */
async function signedBy(
  world: Parameters<typeof contextOf>[0],
  pollId: string,
  asked: { readonly code: string; readonly blinded: string },
): Promise<string> {
  const request = new Request('http://localhost:3000/', { method: 'POST', body: new URLSearchParams(asked) });
  const portal = contextOf(world, null);
  const answer = await askForPass({ request, params: { pollId }, context: { portal } } as never);
  invariant(answer.ok, 'whoever is on the roll gets a pass');
  return ((await answer.json()) as { signature: string }).signature;
}
