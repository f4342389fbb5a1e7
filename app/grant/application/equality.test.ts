import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { equalityDone, equalityResponse } from '#db/schema/application-equality.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { answerEquality } from './commands/answer-equality.server.ts';
import { deleteEqualityAnswers } from './commands/delete-equality-answers.server.ts';
import { releaseEqualityFigures } from './commands/release-equality-figures.server.ts';
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
      "select sql from sqlite_master where name in ('equality_response', 'equality_done') and type = 'table'",
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

  it('shows a manager figures of many, made once a fortnight after the close, and nobody else anything', () => {
    const { world, call, grace, amina, sent } = office();
    const answered = answerEquality(world.as(amina), sent, { sex: 'female' });
    const people = Array.from({ length: 22 }, (_, place) => world.person(`Somebody ${place}`));
    const applications = people.map((person) => submitted(world, person, call));
    for (const [place, person] of people.entries()) {
      answerEquality(world.as(person), applications[place] ?? '', { sex: place < 11 ? 'female' : 'male' });
    }
    const counts = () =>
      equalityFigures(world.as(grace), call.id)?.made?.questions.find(({ id }) => id === 'sex')?.counts;
    const dueAt = call.closesAt + 14 * DAY;
    expect(equalityFigures(world.as(grace), call.id)).toMatchObject({ made: null, dueAt });
    world.moveTo(dueAt - 1);
    releaseEqualityFigures(world.as(null));
    expect(counts()).toBeUndefined();
    world.moveTo(dueAt);
    releaseEqualityFigures(world.as(null));
    const made = [
      { code: 'female', count: 10 },
      { code: 'male', count: null },
      { code: 'prefer_not', count: null },
    ];
    expect(counts()).toEqual(made);
    expect(equalityFigures(world.as(amina), call.id)).toBeNull();
    const code = answered.ok ? (answered.value.code ?? '') : '';
    expect(deleteEqualityAnswers(world.as(amina), sent, code).ok).toBe(true);
    world.pass(DAY);
    releaseEqualityFigures(world.as(null));
    expect(counts(), 'two looks are the same look').toEqual(made);
    expect(() => world.db.$client.exec("update equality_release set figures = '[]'")).toThrow(/made once/);
    expect(() => world.db.$client.exec('delete from equality_release')).toThrow(/made once/);
  });

  it('ends when the figures are due; skipping never does', () => {
    const { world, call, amina, sent } = office();
    const bo = world.person('Bo');
    const late = submitted(world, bo, call);
    world.moveTo(call.closesAt + 14 * DAY - 1);
    expect(answerEquality(world.as(amina), sent, { sex: 'female' }).ok).toBe(true);
    world.pass(1);
    expect(answerEquality(world.as(bo), late, { sex: 'male' })).toEqual(refusal('too-late'));
    expect(equalityPage(world.as(bo), late)).toMatchObject({ isOver: true, isDone: false });
    expect(answerEquality(world.as(bo), late, {})).toEqual({ ok: true, value: { code: null } });
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
