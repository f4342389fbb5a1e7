import { describe, expect, it } from 'vitest';
import { equalityDone, equalityResponse } from '#db/schema/application-equality.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { answerEquality } from './commands/answer-equality.server.ts';
import { deleteEqualityAnswers } from './commands/delete-equality-answers.server.ts';
import { equalityFigures, equalityPage } from './queries/equality.server.ts';
import { action as postEquality } from './routes/equality.tsx';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const amina = world.person('Amina');
  return { world, call, grace: staff.Grace ?? '', amina, sent: submitted(world, amina, call) };
}

const refusal = (reason: string) => ({ ok: false, reason });

describe('answering the equality questions', () => {
  it('comes after sending, once for each application, from whoever speaks for it', () => {
    const { world, call, amina, sent } = office();
    const bo = world.person('Bo');
    expect(answerEquality(world.as(bo), sent, { sex: 'male' })).toEqual(refusal('not-found'));
    expect(answerEquality(world.as(bo), writtenDraft(world, bo, call), { sex: 'male' })).toEqual(refusal('not-sent'));
    expect(answerEquality(world.as(amina), sent, { sex: 'female' }).ok).toBe(true);
    expect(answerEquality(world.as(amina), sent, { sex: 'female' })).toEqual(refusal('already-done'));
    expect(equalityPage(world.as(amina), sent)?.isDone).toBe(true);
  });

  it('keeps codes of a call, and nothing of whose they are or when', () => {
    const { world, call, amina, sent } = office();
    answerEquality(world.as(amina), sent, { sex: 'female', age_band: '25_34', ethnic_group: 'Amina from Coventry' });
    const [row] = world.db.select().from(equalityResponse).all();
    expect(row).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
      callId: call.id,
      setVersion: '2026-11',
      answers: { sex: 'female', age_band: '25_34' },
    });
    expect(JSON.stringify(row)).not.toContain(sent);
    const sql = world.db.$client.prepare(
      "select sql from sqlite_master where name like 'equality%' and type = 'table'",
    );
    for (const table of sql.pluck().all() as string[]) expect(table).toMatch(/WITHOUT ROWID/);
  });

  it('looks the same afterwards whether somebody answered or skipped', () => {
    const { world, call, amina, sent } = office();
    const bo = world.person('Bo');
    const skipped = submitted(world, bo, call);
    expect(answerEquality(world.as(bo), skipped, {})).toEqual({ ok: true, value: { code: null } });
    answerEquality(world.as(amina), sent, { sex: 'prefer_not' });
    const done = world.db.select().from(equalityDone).all();
    expect(done.map((row) => Object.keys(row))).toEqual([['applicationId'], ['applicationId']]);
    expect(world.db.select().from(equalityResponse).all()).toHaveLength(1);
  });

  it('can be undone with the code, however it is typed, and with nothing else', () => {
    const { world, amina, sent } = office();
    const answered = answerEquality(world.as(amina), sent, { sex: 'female' });
    const code = answered.ok ? (answered.value.code ?? '') : '';
    expect(deleteEqualityAnswers(world.as(amina), sent, 'aaaa-bbbb-cccc-dddd')).toEqual(refusal('code-unknown'));
    expect(deleteEqualityAnswers(world.as(world.person('Bo')), sent, code)).toEqual(refusal('not-found'));
    const typed = ` ${code.toUpperCase().replace(/(.{4})/g, '$1 - ')}`;
    expect(deleteEqualityAnswers(world.as(amina), sent, typed).ok).toBe(true);
    expect(world.db.select().from(equalityResponse).all()).toEqual([]);
  });

  it('shows a manager figures of many, and nobody else anything', () => {
    const { world, call, grace, amina, sent } = office();
    answerEquality(world.as(amina), sent, { sex: 'female' });
    expect(equalityFigures(world.as(amina), call.id)).toBeNull();
    const counts = () => equalityFigures(world.as(grace), call.id)?.questions.find(({ id }) => id === 'sex')?.counts;
    expect(counts()?.map(({ count }) => count)).toEqual([null, null, null]);
    for (let place = 0; place < 22; place += 1) {
      const person = world.person(`Somebody ${place}`);
      const sex = place < 11 ? 'female' : 'male';
      answerEquality(world.as(person), submitted(world, person, call), { sex });
    }
    expect(counts()).toEqual([
      { code: 'female', count: 10 },
      { code: 'male', count: null },
      { code: 'prefer_not', count: null },
    ]);
  });

  it('works as plain forms: answers show their code once, skipping goes on', async () => {
    const { world, amina, sent } = office();
    const post = (form: Record<string, string>) => postEquality(asked(world, amina, { applicationId: sent }, form));
    const answered = (await post({ sex: 'female' })) as { data: { code?: string } };
    expect(answered.data.code).toMatch(/^[0-9a-z]{16}$/);
    expect((await answerOf(() => post({ intent: 'skip' }))).reply?.message).toMatch(/already/);
    expect((await answerOf(() => post({ intent: 'delete', code: 'wrong' }))).reply?.errors).toHaveProperty('code');
    expect(await post({ intent: 'delete', code: answered.data.code ?? '' })).toMatchObject({
      data: { isDeleted: true },
    });
  });
});
