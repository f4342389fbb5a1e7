import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { promiseDigests } from './commands/promise-digests.server.ts';
import { setDigest } from './commands/set-digest.server.ts';
import { myDigest } from './queries/my-digest.server.ts';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const tell = () => promiseDigests(world.as(null)).promised;
  const letters = async () => {
    await keepPromises(() => world.as(null), keepers);
    return world.db.select().from(message).where(eq(message.recipient, 'grace@people.example')).all();
  };
  /** The next working day at this hour. */
  const morning = (hour: number) => {
    const day = new Date(world.now() + DAY);
    while ([0, 6].includes(day.getUTCDay())) day.setUTCDate(day.getUTCDate() + 1);
    world.moveTo(day.setUTCHours(hour, 0, 0, 0));
  };
  return { world, partnerId, grace, finn: staff.Finn ?? '', call, tell, letters, morning };
}

describe('telling Grace what is new', () => {
  it('writes one letter on the next working morning, with numbers and no words of anybody', async () => {
    const { world, call, tell, letters, morning } = office();
    submitted(world, world.person('Amina'), call);
    writtenDraft(world, world.person('Bo'), call, { title: 'A secret draft' });
    morning(7);
    expect(tell()).toBe(0);
    morning(9);
    expect([tell(), tell()]).toEqual([1, 0]);
    const [letter] = await letters();
    expect(letter?.subject).toBe('New at common-ground: 1 application');
    expect(letter?.text).toContain('1 application has come in. All in all there are 1.');
    expect(letter?.text).toContain('1 person is still writing.');
    expect(letter?.text).toContain(`/staff/calls/${call.id}/board`);
    expect(letter?.html).not.toContain('A kitchen that listens');
    expect(letter?.html).not.toContain('A secret draft');
  });

  it('writes nothing when nothing is new', async () => {
    const { world, call, tell, letters, morning } = office();
    submitted(world, world.person('Amina'), call);
    morning(9);
    expect(tell()).toBe(1);
    morning(9);
    expect(tell()).toBe(0);
    expect(await letters()).toHaveLength(1);
  });

  it('tells what was taken back, and messages that could not be delivered', async () => {
    const { world, call, tell, letters, morning, partnerId } = office();
    const amina = world.person('Amina');
    const applicationId = submitted(world, amina, call);
    morning(9);
    tell();
    await withdrawApplication(world.as(amina), applicationId);
    await letters();
    world.db
      .update(message)
      .set({ state: 'failed', triedAt: world.now() + HOUR })
      .where(eq(message.partnerId, partnerId))
      .run();
    morning(9);
    expect(tell()).toBe(1);
    const newest = (await letters()).at(-1);
    expect(newest?.text).toContain('1 application was taken back.');
    expect(newest?.text).toMatch(/messages? could not be delivered/i);
  });

  it('comes as often as she likes, and begins with now after a pause', () => {
    const { world, call, grace, tell, morning } = office();
    expect(myDigest(world.as(grace))).toEqual({ rhythm: 'daily' });
    expect(setDigest(world.as(grace), 'never').ok).toBe(true);
    submitted(world, world.person('Amina'), call);
    morning(9);
    expect(tell()).toBe(0);
    expect(setDigest(world.as(grace), 'daily').ok).toBe(true);
    morning(9);
    expect(tell()).toBe(0);
  });

  it('is for managers only', () => {
    const { world, finn } = office();
    expect(myDigest(world.as(finn))).toBeNull();
    expect(setDigest(world.as(finn), 'weekly')).toEqual({ ok: false, reason: 'not-found' });
    expect(myDigest(world.as(null))).toBeNull();
  });
});
