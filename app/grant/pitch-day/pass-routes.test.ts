import { describe, expect, it } from 'vitest';
import { createSessions } from '#app/people/sessions.server.ts';
import { en } from '#app/words/en/index.ts';
import { addressOf, asking, type Frozen, frozen, withRoll } from './remote-evening.testing.ts';
import { action as issue } from './routes/issue-pass.ts';
import { loader as passPage } from './routes/pass.tsx';
import { action as pressRoll } from './routes/roll.tsx';

type Route = (args: never) => unknown;

/** As a device asks: without a cookie, so nobody is signed in. */
async function ask({ world, pollId }: Pick<Frozen, 'world' | 'pollId'>, route: Route, form?: Record<string, string>) {
  const body = new URLSearchParams(form);
  const request = new Request('http://localhost:3000/here', form ? { method: 'POST', body } : {});
  const context = { portal: world.as(null), sessions: createSessions(world) };
  const answer = await Promise.resolve()
    .then(() => route({ request, params: { pollId }, context } as never))
    .catch((thrown: unknown) => thrown);
  return answer instanceof Response ? answer : Response.json(answer);
}

describe('asking for a pass over HTTP', () => {
  it('reads the page as often as scanners of mail do, and changes nothing', async () => {
    const evening = await frozen();
    const before = evening.world.db.$client.serialize();
    for (let scan = 0; scan < 3; scan += 1) expect((await ask(evening, passPage)).status).toBe(200);
    expect(evening.world.db.$client.serialize().equals(before)).toBe(true);
    const other = { ...evening, pollId: '00000000000000000000' };
    expect((await ask(other, passPage)).status).toBe(404);
  });

  it('answers with the signature, or with a reason and words, and ends the connection either way', async () => {
    const evening = await frozen();
    const code = evening.codes.get(addressOf(0)) ?? '';
    const [first, second] = [await asking(evening, 1), await asking(evening, 2)];
    const signed = await ask(evening, issue, { code, blinded: first.blinded });
    expect([signed.status, signed.headers.get('Connection'), signed.headers.get('Cache-Control')]).toEqual([
      200,
      'close',
      'no-store',
    ]);
    expect(signed.headers.get('Set-Cookie')).toBeNull();
    expect(await signed.json()).toEqual({ signature: expect.stringMatching(/^[0-9a-f]{512}$/) });
    const { refusals } = en.remoteVote;
    for (const [form, status, reason] of [
      [{ code, blinded: second.blinded }, 409, 'already-issued'],
      [{ code: 'ABCD', blinded: second.blinded }, 422, 'wrong-code'],
      [{ code, blinded: 'zz' }, 422, 'bad-request'],
    ] as const) {
      const refused = await ask(evening, issue, form);
      expect([refused.status, await refused.json()]).toEqual([status, { reason, words: refusals[reason] }]);
      expect(refused.headers.get('Connection')).toBe('close');
    }
  });
});

describe('pasting a list', () => {
  it('says of each row what is wrong with it, keeps what was typed, and adds nobody', async () => {
    const { world, callId, round } = withRoll('pass', 0);
    const people = 'amina@people.example\nBilal\namina@people.example';
    const request = new Request('http://localhost:3000/here', {
      method: 'POST',
      body: new URLSearchParams({ intent: 'add', people }),
    });
    const context = { portal: world.as(round.staff.Grace), sessions: createSessions(world) };
    const answer = await pressRoll({ request, params: { callId }, context } as never);
    expect(answer).toMatchObject({ init: { status: 422 }, data: { typed: { people: [people] } } });
    const { faultsTitle } = en.rollDesk;
    expect(answer.data.errors).toEqual({
      people: [faultsTitle, 'Row 2: there is no e-mail address in it.', 'Row 3: the same address as in row 1.'].join(
        '\n',
      ),
    });
  });
});
