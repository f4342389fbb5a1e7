import { describe, expect, it } from 'vitest';
import { createSessions } from '#app/people/sessions.server.ts';
import { ar } from '#app/words/ar/index.ts';
import { en } from '#app/words/en/index.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { handOutStraw, STRAWS_MAX } from './commands/hand-out-straw.server.ts';
import { SAME_PRESS, SIGN_UPS_MAX, signUpToVote } from './commands/sign-up-to-vote.server.ts';
import { type PitchEvening, pollIdOf, withOpenVote, withSheets } from './pitch-evening.testing.ts';
import { action as booth } from './routes/booth.tsx';
import { action as pressDesk } from './routes/desk.tsx';
import { action as signUp, loader as signUpPage } from './routes/sign-up.tsx';
import { action as straw, loader as strawPage } from './routes/straw.tsx';

type Route = (args: never) => unknown;
type Asked = { readonly form?: Record<string, string>; readonly cookie?: string; readonly language?: string };

async function ask(evening: PitchEvening, route: Route, { form, cookie = '', language = 'en' }: Asked = {}) {
  const { world } = evening;
  const headers = { Cookie: cookie };
  const body = form && new URLSearchParams(form);
  const request = new Request('http://localhost:3000/here', { headers, ...(body ? { method: 'POST', body } : {}) });
  const context = { portal: { ...world.as(null), language }, sessions: createSessions(world) };
  const answer = await Promise.resolve()
    .then(() => route({ request, params: { pollId: pollIdOf(evening) }, context } as never))
    .catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return answer;
  const { data = answer, init } = answer as { data?: unknown; init?: ResponseInit };
  return Response.json(data, init ?? {});
}

const STOCKS = { C: 200, D: 200 };
const cookieOf = (answer: Response) => (answer.headers.get('Set-Cookie') ?? '').split(';')[0] ?? '';

describe('reading the pages', () => {
  it('changes nothing, however often scanners of mail do it, and sets no cookie', async () => {
    const evening = withOpenVote({}, 12, STOCKS);
    const before = evening.world.db.$client.serialize();
    for (const page of [signUpPage, strawPage, signUpPage, strawPage]) {
      const answer = await ask(evening, page);
      expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([200, null]);
    }
    expect(evening.world.db.$client.serialize().equals(before)).toBe(true);
  });

  it('finds no page of a draft, and none where the vote does not offer it', async () => {
    for (const evening of [withSheets({}, 12, STOCKS), withOpenVote()])
      for (const route of [signUpPage, strawPage, signUp, straw])
        expect((await ask(evening, route, { form: { email: 'a@people.example' } })).status).toBe(404);
  });
});

describe('signing up over HTTP', () => {
  it('answers word for word the same whatever the address is', async () => {
    const evening = withOpenVote({}, 12, STOCKS);
    const answers = [];
    for (const email of ['a@people.example', 'a@people.example', 'grace.okafor@people.example', 'b@people.example']) {
      const answer = await ask(evening, signUp, { form: { email } });
      answers.push(JSON.stringify([answer.status, [...answer.headers], await answer.text()]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('done=received');
  });

  it('answers and shows the same with no code left, to whoever has one and to whoever has none', async () => {
    const evening = withOpenVote({}, 12, { C: 10 });
    for (let place = 0; place < 10; place += 1)
      mustBe(signUpToVote(evening.world.as(null), pollIdOf(evening), `person${place}@people.example`));
    const shown = [];
    for (const email of ['person3@people.example', 'nobody@people.example']) {
      evening.world.pass(SAME_PRESS);
      const answer = await ask(evening, signUp, { form: { email } });
      const page = await (await ask(evening, signUpPage)).json();
      shown.push(JSON.stringify([answer.status, [...answer.headers], await answer.text(), page]));
    }
    expect(new Set(shown).size).toBe(1);
    expect(shown[0]).not.toContain('isEmpty');
  });

  it('says in words what is no address, and that many are asking, and keeps what was typed', async () => {
    const evening = withOpenVote({}, 12, STOCKS);
    for (const email of ['', 'nobody', 'two@people.example, three@people.example', `${'x'.repeat(250)}@a.example`]) {
      const answer = await ask(evening, signUp, { form: { email }, language: 'ar' });
      expect(answer.status).toBe(422);
      expect((await answer.json()).errors).toEqual({ email: ar.openVote.signUpEmailWrong });
    }
    const pollId = pollIdOf(evening);
    for (let place = 0; place < SIGN_UPS_MAX; place += 1)
      mustBe(signUpToVote(evening.world.as(null), pollId, `person${place}@people.example`));
    const late = await ask(evening, signUp, { form: { email: 'late@people.example' } });
    expect(await late.json()).toMatchObject({
      message: en.openVote.refusals['too-many'],
      typed: { email: ['late@people.example'] },
    });
  });
});

describe('the straw poll over HTTP', () => {
  it('keeps the code in a cookie for its own page, and gives the same browser no second one', async () => {
    const evening = withOpenVote({}, 12, STOCKS);
    const pressed = await ask(evening, straw, { form: {} });
    const [value, ...attributes] = (pressed.headers.get('Set-Cookie') ?? '').split('; ');
    expect(value).toMatch(/^straw=\w{6}(-\w{6}){3}$/);
    expect(attributes).toEqual([`Path=/vote/${pollIdOf(evening)}/straw`, 'Max-Age=86400', 'HttpOnly', 'SameSite=Lax']);
    const again = await ask(evening, straw, { form: {}, cookie: `other=1; ${cookieOf(pressed)}` });
    expect(cookieOf(again)).toBe(cookieOf(pressed));
    const page = await (await ask(evening, strawPage, { cookie: cookieOf(pressed) })).json();
    expect(`straw=${page.code}`).toBe(cookieOf(pressed));
    expect((await (await ask(evening, strawPage, { cookie: 'straw=made-up' })).json()).code).toBeNull();
  });

  it('is kept for https alone where the portal is served so, and found again', async () => {
    const evening = withOpenVote({}, 12, STOCKS);
    const { env } = evening.world;
    const served = {
      ...evening,
      world: { ...evening.world, as: (id: string | null) => ({ ...evening.world.as(id), env: https }) },
    };
    const https = { ...env, PUBLIC_URL: 'https://grants.example' };
    const pressed = await ask(served, straw, { form: {} });
    expect(pressed.headers.get('Set-Cookie')).toMatch(/^__Secure-straw=.*; Secure$/);
    const page = await (await ask(served, strawPage, { cookie: cookieOf(pressed) })).json();
    expect(`__Secure-straw=${page.code}`).toBe(cookieOf(pressed));
    // A neighbour on this host can plant a cookie over plain http, but not under that name.
    const planted = await (await ask(served, strawPage, { cookie: `straw=${page.code}` })).json();
    expect(planted.code).toBeNull();
  });

  it('says in words that many are asking, and that no code is left', async () => {
    const evening = withOpenVote({}, 12, STOCKS);
    const hand = () => handOutStraw(evening.world.as(null), pollIdOf(evening), null);
    for (let handed = 0; handed < STRAWS_MAX; handed += 1) mustBe(hand());
    const many = await ask(evening, straw, { form: {}, language: 'ar' });
    expect([many.status, (await many.json()).message]).toEqual([422, ar.openVote.refusals['too-many']]);
    evening.world.db.$client.exec(
      "DROP TRIGGER code_stock_hands_out_one; UPDATE code_stock SET handed = size WHERE level = 'D'",
    );
    const none = await ask(evening, straw, { form: {} });
    expect([none.status, (await none.json()).message]).toEqual([422, en.openVote.refusals['none-left']]);
    expect((await (await ask(evening, strawPage)).json()).page.isEmpty).toBe(true);
  });
});

describe('the booth without scripts', () => {
  it('speaks of the code, not of a sheet, to whoever mistypes one', async () => {
    for (const [stocks, words] of [
      [STOCKS, en.remoteVote.codeRefusals],
      [{}, en.pitchDay.castRefusals],
    ] as const) {
      const form = { intent: 'check', token: '0000000-0000000-0000000', choice: '1' };
      const answer = await ask(withOpenVote({}, 12, stocks), booth, { form });
      expect((await answer.json()).errors).toEqual({ token: words['unknown-token'] });
    }
  });
});

describe('fixing the ballot paper over HTTP', () => {
  it.each(['9', '5001', 'ten', '-20', '10.5'])(
    'says that %s is no number of codes, and keeps it typed',
    async (signUps) => {
      const { world, round, callId } = withSheets();
      const form = new URLSearchParams({ intent: 'fix', signUps, straws: '10' });
      const request = new Request('http://localhost:3000/here', { method: 'POST', body: form });
      const context = { portal: world.as(round.staff.Grace), sessions: createSessions(world) };
      const answer = await pressDesk({ request, params: { callId }, context } as never);
      expect(answer).toMatchObject({
        data: { errors: { signUps: en.stockDesk.sizeWrong }, typed: { signUps: [signUps], straws: ['10'] } },
      });
    },
  );
});
