import { describe, expect, it } from 'vitest';
import { HOUR } from '#app/kernel/instant.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import * as signIn from './routes/sign-in.tsx';
import * as signInCode from './routes/sign-in-code.tsx';
import { createSessions } from './sessions.server.ts';

/** A browser that keeps its cookies, as somebody signed out uses it: each step opens one page of one window. */
function browser(world: TestWorld) {
  const jar = new Map<string, string>();
  const args = (address: string, posted?: Record<string, string>) => ({
    request: new Request(new URL(address, 'https://pot.example'), {
      headers: { Cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
      ...(posted === undefined ? {} : { method: 'POST', body: new URLSearchParams(posted) }),
    }),
    params: {},
    context: { portal: world.as(null), sessions: createSessions(world) },
  });
  const follow = async (act: () => unknown): Promise<string> => {
    const thrown = await Promise.resolve()
      .then(act)
      .catch((error: unknown) => error);
    if (!(thrown instanceof Response)) throw new Error('expected to be sent somewhere');
    for (const line of thrown.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';', 1)[0] ?? '').split('=');
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return thrown.headers.get('Location') ?? '';
  };
  return {
    jar,
    ask: (email: string) => follow(() => signIn.action(args('/sign-in?next=/panel', { email }))),
    look: (address: string) => signInCode.loader(args(address)),
    lookAway: (address: string) => follow(() => signInCode.loader(args(address))),
    type: (address: string, code: string) => follow(() => signInCode.action(args(address, { code }))),
    mistype: (address: string, code: string) => signInCode.action(args(address, { code })),
  };
}

describe('following a link from a mailbox', () => {
  const arrive = (site: string, next: string) => {
    const world = testWorld();
    const request = new Request(`https://pot.example/sign-in?next=${encodeURIComponent(next)}`, {
      headers: { 'Sec-Fetch-Site': site },
    });
    return signIn.loader({ request, params: {}, context: { portal: world.as(null), sessions: createSessions(world) } });
  };
  const refreshOf = (data: ReturnType<typeof signIn.loader>) =>
    JSON.stringify(signIn.meta({ data, matches: [] as unknown } as Parameters<typeof signIn.meta>[0]));

  it('goes on by itself from a page of ours, which staff’s strict cookie comes with', () => {
    const data = arrive('cross-site', '/staff/awards/x?done=matched');
    expect(data.goesOnTo).toBe('/staff/awards/x?done=matched');
    expect(refreshOf(data)).toContain('"0;url=/staff/awards/x?done=matched"');
  });

  it.each(['same-origin', 'none'])('asks who it is when it comes from here or was typed (%s)', (site) => {
    const data = arrive(site, '/staff');
    expect(data.goesOnTo).toBeNull();
    expect(refreshOf(data)).not.toContain('refresh');
  });

  it('never goes on to another site', () => {
    expect(arrive('cross-site', 'https://evil.example/').goesOnTo).toBeNull();
    expect(arrive('cross-site', '//evil.example').goesOnTo).toBeNull();
  });
});

const DEMO = { DEMO: '1' };

describe('the page for the code', () => {
  it('knows the address, and its URL does not', async () => {
    const amina = browser(testWorld(DEMO));
    const page = await amina.ask('amina@people.example');
    expect(page).toMatch(/^\/sign-in\/code\?asked=[0-9a-z]{20}&next=%2Fpanel$/);
    expect(amina.look(page).email).toBe('amina@people.example');
    expect(JSON.stringify([...amina.jar])).not.toContain('people.example');
  });

  it('lets two windows sign in with two addresses, in any order', async () => {
    const world = testWorld(DEMO);
    const shared = browser(world);
    const first = await shared.ask('amina@people.example');
    world.pass(1);
    const second = await shared.ask('bo@people.example');
    expect(shared.look(first).email).toBe('amina@people.example');
    expect(await shared.type(second, shared.look(second).demoCode ?? '')).toContain('/your-name');
    expect(await shared.type(first, shared.look(first).demoCode ?? '')).toContain('/your-name');
    expect([...shared.jar.keys()]).toEqual(['session']);
  });

  it('keeps a wrong try on the page', async () => {
    const world = testWorld(DEMO);
    const amina = browser(world);
    const page = await amina.ask('amina@people.example');
    const code = amina.look(page).demoCode === '000000' ? '111111' : '000000';
    expect(await amina.mistype(page, code)).toMatchObject({ init: { status: 422 } });
    expect(amina.look(page).email).toBe('amina@people.example');
  });

  it('tells the address to no other browser, and sends it to where one asks', async () => {
    const world = testWorld(DEMO);
    const page = await browser(world).ask('amina@people.example');
    const other = browser(world);
    expect(await other.lookAway(page)).toBe('/sign-in?next=%2Fpanel');
    other.jar.set('asked', 'bm90IG91cnM');
    expect(await other.lookAway(page)).toBe('/sign-in?next=%2Fpanel');
    expect(await other.type(page, '000000')).toBe('/sign-in?next=%2Fpanel');
  });

  it('says that a code is too old, and does not forget who asked for it', async () => {
    const world = testWorld(DEMO);
    const amina = browser(world);
    const page = await amina.ask('amina@people.example');
    const code = amina.look(page).demoCode ?? '';
    world.pass(HOUR / 2);
    expect(await amina.mistype(page, code)).toMatchObject({
      data: { errors: { code: 'This code is too old. Ask for another one.' } },
    });
  });
});
