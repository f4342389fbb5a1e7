import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { MINUTE } from '#app/kernel/instant.ts';
import { createHttpHandler } from '#app/platform/http.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { testWorld } from '#test/world/test-world.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { closePoll } from './ballot-box/close-poll.server.ts';
import { voidTokens } from './ballot-box/issue-tokens.server.ts';
import { ballotOf, mustBe, NOW, pollInTheRoom, type TrialPoll } from './ballot-box/trial-poll.testing.ts';
import { turnoutOf } from './ballot-box/turnout.server.ts';
import { WRONG_CODES_MAX } from './commands/cast-vote.server.ts';
import { castPath } from './routes/cast.server.ts';
import { tokenHash } from './rules/token-hash.ts';

const ORIGIN = 'http://localhost:3000';
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A real server on a port of its own, with a poll that takes ballots. */
async function room(draft: Parameters<typeof pollInTheRoom>[0] = {}) {
  const world = testWorld();
  world.moveTo(NOW);
  const poll = pollInTheRoom({ ...draft, box: ballotBoxOf(world) });
  const handler = createHttpHandler({
    build: { routes: {} } as never,
    publicUrl: ORIGIN,
    log: world.log,
    loadContext: () => Promise.reject(new Error('nothing here is for Remix')),
    early: [castPath(world)],
    staticFolders: [],
  });
  const server = createServer(handler);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { world, poll, port };
}

type Answer = { status: number; body: Record<string, unknown> };

function post(port: number, pollId: string, payload: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: `/vote/${pollId}/cast`,
        headers: { 'Content-Type': 'application/json', Origin: ORIGIN, ...headers },
      },
      (incoming) => {
        let text = '';
        incoming.setEncoding('utf8');
        incoming.on('data', (piece) => {
          text += piece;
        });
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, body: text.startsWith('{') ? JSON.parse(text) : { text } }),
        );
      },
    );
    outgoing.on('error', reject);
    outgoing.end(payload);
  });
}

function cast(port: number, poll: TrialPoll, ballot: ReturnType<typeof ballotOf>, changes: object = {}) {
  const { pollId, ...payload } = ballot;
  return post(port, poll.pollId, JSON.stringify({ ...payload, ...changes }));
}

describe('casting over HTTP', () => {
  it('answers a retried ballot with the identical receipt, even after the close', async () => {
    const { world, poll, port } = await room();
    const ballot = ballotOf(poll, 0, [1, 3]);
    const first = await cast(port, poll, ballot);
    expect(first).toMatchObject({
      status: 200,
      body: { leaf: ballot.leaf, tracker: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/) },
    });
    expect(await cast(port, poll, ballot)).toEqual(first);
    mustBe(closePoll(poll.box, poll.pollId, world.now()));
    expect(await cast(port, poll, ballot)).toEqual(first);
    expect(turnoutOf(poll.box, poll.pollId)).toEqual({ cast: 1, issued: 30 });
  });

  it('takes everybody who arrives at once, each once', async () => {
    const { poll, port } = await room();
    const ballots = Array.from({ length: 30 }, (_, sheet) => ballotOf(poll, sheet, [(sheet % 4) + 1]));
    const answers = await Promise.all([...ballots, ...ballots].map((ballot) => cast(port, poll, ballot)));
    expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 60 }, () => 200));
    expect(turnoutOf(poll.box, poll.pollId).cast).toBe(30);
  });

  it('says in words why a used, void or unknown code does not vote, and leaves the box unchanged', async () => {
    const { poll, port } = await room();
    await cast(port, poll, ballotOf(poll, 0, [1]));
    mustBe(voidTokens(poll.box, poll.pollId, { hashes: [tokenHash(poll.pollId, poll.tokens.A[1] ?? '')] }));
    const used = await cast(port, poll, ballotOf(poll, 0, [2]));
    const voided = await cast(port, poll, ballotOf(poll, 1, [2]));
    const unknown = await cast(port, poll, ballotOf(poll, 2, [2]), { token: '0000000-0000000-0000000' });
    expect(used).toMatchObject({
      status: 409,
      body: { reason: 'already-used', words: expect.stringContaining('used') },
    });
    expect(voided).toMatchObject({
      status: 410,
      body: { reason: 'void-token', words: expect.stringContaining('helper') },
    });
    expect(unknown).toMatchObject({
      status: 422,
      body: { reason: 'unknown-token', words: expect.stringContaining('code') },
    });
    expect(turnoutOf(poll.box, poll.pollId).cast).toBe(1);
  });

  it('refuses in the language that the booth says it is in, and in English in one that the portal does not speak', async () => {
    const { poll, port } = await room();
    const { pollId, ...ballot } = ballotOf(poll, 0, [1]);
    const payload = JSON.stringify({ ...ballot, token: '0000000-0000000-0000000' });
    const refused = async (language: string) =>
      (await post(port, pollId, payload, { 'Accept-Language': language })).body.words;
    expect(await refused('ar')).toBe(wordsIn('ar').words.pitchDay.castRefusals['unknown-token']);
    expect(await refused('ar')).toMatch(/^\p{Script=Arabic}/u);
    expect(await refused('ja')).toBe(wordsIn('en').words.pitchDay.castRefusals['unknown-token']);
  });

  it('speaks of sheets where everybody has one, and of codes where others have something else', async () => {
    for (const [levels, says, saysNot] of [
      [['A'], 'sheet', 'Each code'],
      [['A', 'C', 'D'], 'Each code', 'sheet'],
    ] as const) {
      const { poll, port } = await room({ draft: { levels, countedLevels: ['A'] } });
      await cast(port, poll, ballotOf(poll, 0, [1]));
      const { words } = (await cast(port, poll, ballotOf(poll, 0, [2]))).body;
      expect(words).toContain(says);
      expect(words).not.toContain(saysNot);
    }
  });

  it('takes no ballot before the opening, after the closing time, or for another poll', async () => {
    const { world, poll, port } = await room();
    const elsewhere = await post(
      port,
      'zzzzzzzzzzzzzzzzzzzz',
      JSON.stringify({ token: '', leaf: '0'.repeat(64), r: '0'.repeat(32), body: '' }),
    );
    expect(elsewhere).toMatchObject({ status: 404, body: { reason: 'unknown-poll' } });
    world.moveTo(9_000_000);
    expect(await cast(port, poll, ballotOf(poll, 0, [1]))).toMatchObject({ status: 409, body: { reason: 'not-open' } });
    world.moveTo(9_000_000 - 1);
    expect((await cast(port, poll, ballotOf(poll, 0, [1]))).status).toBe(200);
  });

  it('makes only wrong codes wait when there are too many, and forgives after a minute', async () => {
    const { world, poll, port } = await room();
    const wrong = { token: '0000000-0000000-0000000' };
    for (let tries = 0; tries < WRONG_CODES_MAX; tries += 1) await cast(port, poll, ballotOf(poll, 0, [1]), wrong);
    expect((await cast(port, poll, ballotOf(poll, 0, [1]), wrong)).status).toBe(429);
    expect((await cast(port, poll, ballotOf(poll, 0, [1]))).status).toBe(200);
    world.pass(MINUTE);
    expect((await cast(port, poll, ballotOf(poll, 1, [1]), wrong)).status).toBe(422);
  });

  it('refuses what is no ballot: wrong kind, too long, unreadable, from another site', async () => {
    const { poll, port } = await room();
    expect((await post(port, poll.pollId, 'x'.repeat(4097))).status).toBe(413);
    expect((await post(port, poll.pollId, '{"token":')).status).toBe(422);
    expect((await post(port, poll.pollId, '{}', { 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await post(port, poll.pollId, '{}', { Origin: 'https://elsewhere.example' })).status).toBe(403);
    const asked = await fetch(`http://127.0.0.1:${port}/vote/${poll.pollId}/cast`);
    expect([asked.status, asked.headers.get('Allow')]).toEqual([405, 'POST']);
    expect(turnoutOf(poll.box, poll.pollId).cast).toBe(0);
  });
});
