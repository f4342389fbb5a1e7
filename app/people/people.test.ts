import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { DAY, MINUTE } from '#app/kernel/instant.ts';
import { wordsOf } from '#app/platform/messages.server.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { session, signInCode } from '#db/schema/people.ts';
import { message, outboxPromise } from '#db/schema/platform.ts';
import { testWorld } from '#test/world/test-world.ts';
import { forgetSignIns } from './commands/forget-sign-ins.server.ts';
import { requestSignInCode } from './commands/request-sign-in-code.server.ts';
import { signInWithCode } from './commands/sign-in-with-code.server.ts';
import { APPLICANT_IDLE_DAYS, createSessions, STAFF_IDLE } from './sessions.server.ts';

function codeFor(world: ReturnType<typeof testWorld>, email: string): string {
  const requested = requestSignInCode(world.as(null), email);
  return requested.ok ? requested.value.code : '';
}

const wrong = (code: string) => (code === '000000' ? '111111' : '000000');

describe('signing in by e-mail', () => {
  it('makes a person of a new address and finds her again in any case', () => {
    const world = testWorld();
    const first = signInWithCode(world.as(null), 'amina@people.example', codeFor(world, 'amina@people.example'));
    world.pass(1);
    const second = signInWithCode(world.as(null), ' Amina@People.Example ', codeFor(world, 'AMINA@people.example'));
    expect(first.ok && second.ok && first.value.personId === second.value.personId).toBe(true);
  });

  it('counts wrong tries even though they are refused, and gives up after five', () => {
    const world = testWorld();
    const code = codeFor(world, 'amina@people.example');
    for (let tries = 0; tries < 5; tries += 1) {
      expect(signInWithCode(world.as(null), 'amina@people.example', wrong(code))).toEqual({
        ok: false,
        reason: 'wrong-code',
      });
    }
    expect(signInWithCode(world.as(null), 'amina@people.example', code)).toEqual({
      ok: false,
      reason: 'too-many-tries',
    });
  });

  it('keeps no code in the clear', () => {
    const world = testWorld();
    const code = codeFor(world, 'amina@people.example');
    // Six digits may stand in any hash by chance, so the places that could hold the code are asked one by one.
    const sent = world.db.select().from(signInCode).all();
    const promises = world.db.select().from(outboxPromise).all();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.codeHash).toMatch(/^[0-9a-f]{64}$/);
    expect(sent[0]?.codeHash).not.toBe(sha256Hex(code));
    expect(Object.keys(promises[0]?.detail ?? {}).sort()).toEqual(['email', 'language', 'sealedCode']);
    expect(promises[0]?.detail.sealedCode).not.toBe(code);
  });

  it('masks the code in a message that staff could read', async () => {
    const world = testWorld({ DEMO: '1' });
    const code = codeFor(world, 'amina@people.example');
    expect(await keepPromises(() => world.as(null), keepers)).toEqual({ kept: 1, failed: 0 });
    const letter = world.db.select().from(message).where(eq(message.recipient, 'amina@people.example')).get();
    expect(letter?.state).toBe('kept');
    expect(JSON.stringify(letter && wordsOf(world, letter))).toContain('••••••');
    expect(JSON.stringify(letter && wordsOf(world, letter))).not.toContain(code);
  });
});

describe('forgetting sign-ins', () => {
  it('leaves nothing of yesterday’s address, and all of today’s', async () => {
    const world = testWorld({ DEMO: '1' });
    codeFor(world, 'bo@people.example');
    await keepPromises(() => world.as(null), keepers);
    const bytes = () =>
      JSON.stringify([signInCode, message, outboxPromise].map((of) => world.db.select().from(of).all()));
    world.pass(DAY);
    codeFor(world, 'amina@people.example');
    forgetSignIns(world.as(null));
    expect(bytes()).toContain('bo@people.example');
    world.pass(1);
    forgetSignIns(world.as(null));
    expect(bytes()).not.toContain('bo@people.example');
    expect(bytes()).toContain('amina@people.example');
  });

  it('forgets a session that is over, and none that is not', async () => {
    const world = testWorld();
    const sessions = createSessions(world);
    await sessions.start(world.person('Amina'), null);
    const kept = () => world.db.select().from(session).all().length;
    forgetSignIns(world.as(null));
    expect(kept()).toBe(1);
    world.moveTo(Date.now() + (APPLICANT_IDLE_DAYS + 1) * DAY);
    forgetSignIns(world.as(null));
    expect(kept()).toBe(0);
  });
});

const sending = (cookie: string, more: Record<string, string> = {}) => new Headers({ Cookie: cookie, ...more });

describe('staying signed in', () => {
  it('knows the person by the cookie and keeps only its hash', async () => {
    const world = testWorld();
    const sessions = createSessions(world);
    const amina = world.person('Amina');
    const cookie = (await sessions.start(amina, null)).split(';')[0] ?? '';
    expect((await sessions.read(sending(cookie))).actor?.personId).toBe(amina);
    expect(world.db.$client.serialize().toString('latin1')).not.toContain(cookie.split('=')[1]);
  });

  it('changes the cookie at every sign-in, so that a planted one is worth nothing', async () => {
    const world = testWorld();
    const sessions = createSessions(world);
    const amina = world.person('Amina');
    const planted = (await sessions.start(amina, null)).split(';')[0] ?? '';
    const own = (await sessions.start(amina, planted)).split(';')[0] ?? '';
    expect(own).not.toBe(planted);
    expect((await sessions.read(sending(planted))).actor).toBeNull();
    expect((await sessions.read(sending(own))).actor?.personId).toBe(amina);
  });

  it('signs staff out after half an hour without a click, and an applicant not', async () => {
    const world = testWorld();
    const sessions = createSessions(world);
    const { staff } = world.partner('common-ground', { Grace: ['manager'] });
    const grace = (await sessions.start(staff.Grace ?? '', null)).split(';')[0] ?? '';
    const amina = (await sessions.start(world.person('Amina'), null)).split(';')[0] ?? '';
    world.pass(STAFF_IDLE);
    expect((await sessions.read(sending(grace))).actor).not.toBeNull();
    world.pass(STAFF_IDLE + MINUTE);
    expect((await sessions.read(sending(grace))).actor).toBeNull();
    expect((await sessions.read(sending(amina))).actor).not.toBeNull();
  });

  it.each([
    ['a stream', { Accept: 'text/event-stream' }],
    ['a screen on the wall', { 'X-Unattended': 'yes' }],
  ])('does not take %s that asks by itself for somebody at the desk', async (_, itself) => {
    const world = testWorld();
    const sessions = createSessions(world);
    const { staff } = world.partner('common-ground', { Grace: ['manager'] });
    const grace = (await sessions.start(staff.Grace ?? '', null)).split(';')[0] ?? '';
    for (let minute = 0; minute < 30; minute += 5) {
      world.pass(5 * MINUTE);
      expect((await sessions.read(sending(grace, itself))).actor).not.toBeNull();
    }
    world.pass(MINUTE);
    expect((await sessions.read(sending(grace, itself))).actor).toBeNull();
    expect((await sessions.read(sending(grace))).actor).toBeNull();
  });

  it('gives staff a cookie that no other site’s link carries, and everybody else one that does', async () => {
    const world = testWorld();
    const sessions = createSessions(world);
    const { staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
    for (const person of [staff.Grace, staff.Finn])
      expect(await sessions.start(person ?? '', null)).toContain('SameSite=Strict');
    expect(await sessions.start(world.person('Amina'), null)).toContain('SameSite=Lax');
  });

  it('forgets the session when somebody signs out', async () => {
    const world = testWorld();
    const sessions = createSessions(world);
    const cookie = (await sessions.start(world.person('Amina'), null)).split(';')[0] ?? '';
    await sessions.end(cookie);
    expect((await sessions.read(sending(cookie))).actor).toBeNull();
  });
});
