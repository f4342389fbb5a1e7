import { type AddressInfo, createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#app/kernel/instant.ts';
import { done, refused } from '#app/kernel/outcome.ts';
import { message, outboxPromise } from '#db/schema/platform.ts';
import { PostOffice } from '#test/fakes/post-office.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { byPost, sendMessages, smtpTransport } from './mailer.server.ts';
import { writeLetter } from './messages.server.ts';
import { type Keeper, keepPromises, nextTry, promise } from './outbox.server.ts';
import type { PromiseKind } from './promise-kinds.ts';

const KIND: PromiseKind = 'sign-in-code-requested';

function promised(world: TestWorld): void {
  const context = world.as(null);
  context.transact((tx) => {
    promise(tx, context, { kind: KIND, subjectId: 'somebody' });
    return done('promised');
  });
}

const keptBy = (keeper: Keeper) => ({ [KIND]: keeper }) as Record<PromiseKind, Keeper>;
const letter: Keeper = (context, given) =>
  writeLetter(context, given, { to: 'amina@people.example', subject: 'News', body: <p>Good news</p> });
const letters = (world: TestWorld) => world.db.select().from(message).all();

describe('keeping promises after a commit', () => {
  it('forgets what was promised in a transaction that was refused', async () => {
    const world = testWorld();
    const context = world.as(null);
    context.transact((tx) => {
      promise(tx, context, { kind: KIND, subjectId: 'somebody' });
      return refused('changed-my-mind');
    });
    expect(await keepPromises(() => world.as(null), keptBy(letter))).toEqual({ kept: 0, failed: 0 });
  });

  it('keeps each promise once, however often it looks', async () => {
    const world = testWorld();
    promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    await keepPromises(() => world.as(null), keptBy(letter));
    expect(letters(world)).toHaveLength(1);
  });

  it('writes nothing when the last step fails, and tries again later', async () => {
    const world = testWorld();
    promised(world);
    const breaking: Keeper = async (context, given) => {
      const write = await letter(context, given);
      return (tx) => {
        write(tx);
        throw new Error('the disk is full');
      };
    };
    expect(await keepPromises(() => world.as(null), keptBy(breaking))).toEqual({ kept: 0, failed: 1 });
    expect(letters(world)).toHaveLength(0);
    expect(world.db.select().from(outboxPromise).get()?.lastError).toContain('the disk is full');
    world.pass(MINUTE - 1);
    expect(await keepPromises(() => world.as(null), keptBy(letter))).toEqual({ kept: 0, failed: 0 });
    world.pass(1);
    expect(await keepPromises(() => world.as(null), keptBy(letter))).toEqual({ kept: 1, failed: 0 });
    expect(letters(world)).toHaveLength(1);
  });

  it('does not let one broken promise hold up the others', async () => {
    const world = testWorld();
    promised(world);
    promised(world);
    let isFirst = true;
    const stumbling: Keeper = (context, given) => {
      if (!isFirst) return letter(context, given);
      isFirst = false;
      throw new Error('stumbled');
    };
    expect(await keepPromises(() => world.as(null), keptBy(stumbling))).toEqual({ kept: 1, failed: 1 });
  });

  it('waits twice as long after each failure, and at most six hours', () => {
    expect([1, 2, 3, 4].map((tries) => nextTry(0, tries) / MINUTE)).toEqual([1, 2, 4, 8]);
    expect(nextTry(0, 30)).toBe(6 * HOUR);
  });
});

describe('sending messages', () => {
  const withPost = () => testWorld({ SMTP_URL: 'smtp://post.example:25' });

  it('keeps messages here without a mail server', async () => {
    const world = testWorld();
    promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    expect(letters(world)[0]).toMatchObject({ state: 'kept', text: 'Good news' });
  });

  it('sends each message once', async () => {
    const world = withPost();
    const post = new PostOffice();
    promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    await sendMessages(() => world.as(null), 'email', byPost(post));
    await sendMessages(() => world.as(null), 'email', byPost(post));
    expect(post.attempts).toBe(1);
    expect([...post.delivered.values()][0]).toMatchObject({
      to: 'amina@people.example',
      subject: 'News',
      text: 'Good news',
    });
  });

  it('tries again while the post office is closed, under the same Message-ID', async () => {
    const world = withPost();
    const post = new PostOffice();
    post.isOpen = false;
    promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    await sendMessages(() => world.as(null), 'email', byPost(post));
    expect(letters(world)[0]).toMatchObject({ state: 'waiting', tries: 1, lastError: 'Error: 450 try again later' });
    post.isOpen = true;
    world.pass(MINUTE);
    await sendMessages(() => world.as(null), 'email', byPost(post));
    expect(letters(world)[0]?.state).toBe('sent');
    expect(post.delivered.size).toBe(1);
  });

  it('sends nothing twice while nobody can write down that it left', async () => {
    const world = withPost();
    const post = new PostOffice();
    promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    const fill = (column: string) =>
      world.db.$client.exec(`create trigger disk before update of ${column} on message
        begin select raise(abort, 'database or disk is full'); end`);
    fill('sent_at');
    const send = () => sendMessages(() => world.as(null), 'email', byPost(post));
    await expect(send()).rejects.toThrow();
    for (let seconds = 2; seconds < 60; seconds += 2) {
      world.pass(2_000);
      await send();
    }
    expect(post.attempts).toBe(1);
    world.db.$client.exec('drop trigger disk');
    fill('tries');
    world.pass(MINUTE);
    await expect(send()).rejects.toThrow();
    expect(post.attempts).toBe(1);
    world.db.$client.exec('drop trigger disk');
    await send();
    expect(letters(world)[0]).toMatchObject({ state: 'sent', tries: 2 });
    expect(post.delivered.size).toBe(1);
  });

  it('does not begin again for ever with one whose tries never come to an end', async () => {
    const world = withPost();
    const post = new PostOffice();
    promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    world.db.update(message).set({ tries: 20 }).run();
    await sendMessages(() => world.as(null), 'email', byPost(post));
    expect(letters(world)[0]?.state).toBe('failed');
    expect(post.attempts).toBe(0);
  });

  it('sends codes first, what strangers asked for last, and all of the rest between, however many they are', async () => {
    const world = withPost();
    const post = new PostOffice();
    const turn =
      (to: string, turn: 'first' | 'last'): Keeper =>
      (context, given) =>
        writeLetter(context, given, { to, turn, subject: 'Code', body: <p>123456</p>, secret: true });
    promised(world);
    await keepPromises(() => world.as(null), keptBy(turn('stranger@people.example', 'last')));
    for (let letters = 0; letters < 45; letters += 1) promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    world.pass(1);
    promised(world);
    await keepPromises(() => world.as(null), keptBy(turn('bo@people.example', 'first')));
    expect(await sendMessages(() => world.as(null), 'email', byPost(post))).toEqual({ sent: 47, failed: 0 });
    const sentTo = [...post.delivered.values()].map(({ to }) => to);
    expect([sentTo[0], sentTo.at(-1)]).toEqual(['bo@people.example', 'stranger@people.example']);
  });

  it('stops after the letter that is under way when the portal stops', async () => {
    const world = withPost();
    const post = new PostOffice();
    promised(world);
    promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    const stopping = new AbortController();
    const carry = byPost({
      sendMail: async (envelope) => {
        stopping.abort();
        await post.sendMail(envelope);
      },
    });
    expect(await sendMessages(() => world.as(null), 'email', carry, stopping.signal)).toEqual({ sent: 1, failed: 0 });
  });

  it('gives up a post office that takes the call and says nothing', { timeout: 30_000 }, async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const world = withPost();
    promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    const began = performance.now();
    await sendMessages(() => world.as(null), 'email', byPost(smtpTransport(`smtp://127.0.0.1:${port}`)));
    expect(letters(world)[0]?.lastError).toContain('Greeting never received');
    expect(performance.now() - began).toBeLessThan(15_000);
    await new Promise((resolve) => silent.close(resolve));
  });

  it('gives up after days, so that staff can see it and call', async () => {
    const world = withPost();
    const post = new PostOffice();
    post.isOpen = false;
    promised(world);
    await keepPromises(() => world.as(null), keptBy(letter));
    for (let tries = 0; tries < 25; tries += 1) {
      await sendMessages(() => world.as(null), 'email', byPost(post));
      world.pass(6 * HOUR);
    }
    expect(letters(world)[0]?.state).toBe('failed');
    expect(post.attempts).toBe(20);
  });

  it('gives up after about three days', () => {
    const days =
      Array.from({ length: 19 }, (_, index) => nextTry(0, index + 1)).reduce((sum, wait) => sum + wait) / DAY;
    expect(Math.round(days)).toBe(3);
  });

  it('never holds a secret in the clear: not while it waits, not when it was given up', async () => {
    const world = withPost();
    const post = new PostOffice();
    post.isOpen = false;
    promised(world);
    const secret: Keeper = (context, given) =>
      writeLetter(context, given, { to: 'amina@people.example', subject: '123456', body: <p>123456</p>, secret: true });
    await keepPromises(() => world.as(null), keptBy(secret));
    expect(JSON.stringify(letters(world))).not.toContain('123456');
    for (let tries = 0; tries < 25; tries += 1) {
      await sendMessages(() => world.as(null), 'email', byPost(post));
      world.pass(6 * HOUR);
    }
    expect(letters(world)[0]).toMatchObject({ state: 'failed', subject: '', html: '', text: '' });
  });

  it('forgets the words of a secret once it is sent', async () => {
    const world = withPost();
    const post = new PostOffice();
    promised(world);
    const secret: Keeper = (context, given) =>
      writeLetter(context, given, { to: 'amina@people.example', subject: '123456', body: <p>123456</p>, secret: true });
    await keepPromises(() => world.as(null), keptBy(secret));
    await sendMessages(() => world.as(null), 'email', byPost(post));
    expect([...post.delivered.values()][0]?.text).toBe('123456');
    expect(JSON.stringify(letters(world))).not.toContain('123456');
  });
});
