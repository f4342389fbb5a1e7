import { describe, expect, it } from 'vitest';
import { HOUR } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { statementsIn } from '#test/world/statements-in.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { applicationAnswers } from './queries/application-answers.server.ts';
import { applicationCard, applicationsOf, applicationsUnderReview } from './queries/application-card.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { myApplications } from './queries/my-applications.server.ts';
import { applicationForManager } from './queries/staff-reading.server.ts';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const call = openCall(world, staff.Grace ?? '', partnerId);
  const first = call.questions[0]?.id ?? '';
  return { world, call, first, grace: staff.Grace ?? '', amina: world.person('Amina'), bo: world.person('Bo') };
}

const refusal = (reason: string) => ({ ok: false, reason });

describe('starting an application', () => {
  it('makes one draft of two taps, with a reference to say on the telephone', () => {
    const { world, call, amina } = office();
    const once = startApplication(world.as(amina), call.id);
    const twice = startApplication(world.as(amina), call.id);
    expect(once).toMatchObject({ ok: true, value: { isNew: true } });
    expect(twice).toEqual({ ok: true, value: { ...(once.ok ? once.value : {}), isNew: false } });
    expect(applicationsOf(world.as(null), amina)[0]?.reference).toMatch(/^SI-[0-9A-HJKMNP-TV-Z]{6}$/);
  });
  it('is for people who are signed in and do not give out the money', () => {
    const { world, call, grace } = office();
    expect(startApplication(world.as(null), call.id)).toEqual(refusal('not-found'));
    expect(startApplication(world.as(grace), call.id)).toEqual(refusal('own-call'));
  });
  it('ends when the call closes, but the draft that was begun is still found', () => {
    const { world, call, amina, bo } = office();
    startApplication(world.as(amina), call.id);
    world.moveTo(call.closesAt);
    expect(startApplication(world.as(bo), call.id)).toEqual(refusal('call-not-open'));
    expect(startApplication(world.as(amina), call.id).ok).toBe(true);
  });
});

describe('saving an answer', () => {
  it('keeps it however long it is, and counts its words', () => {
    const { world, call, first, amina } = office();
    const draft = writtenDraft(world, amina, call);
    const long = 'word '.repeat(5_000);
    expect(saveAnswer(world.as(amina), draft, first, long).ok).toBe(true);
    const question = myApplication(world.as(amina), draft)?.questions[0];
    expect([question?.text, question?.words, question?.progress]).toEqual([long, 5_000, 'too-long']);
  });
  it('notices that another window has saved, and loses neither text', () => {
    const { world, call, first, amina } = office();
    const started = startApplication(world.as(amina), call.id);
    const draft = started.ok ? started.value.applicationId : '';
    expect(saveAnswer(world.as(amina), draft, first, 'from the bus', 0)).toMatchObject({ value: { revision: 1 } });
    expect(saveAnswer(world.as(amina), draft, first, 'from home', 0)).toEqual(refusal('changed-elsewhere'));
    expect(myApplication(world.as(amina), draft)?.questions[0]).toMatchObject({ text: 'from the bus', revision: 1 });
    expect(saveAnswer(world.as(amina), draft, first, 'from home', 1)).toMatchObject({ value: { revision: 2 } });
  });
  it('is content when its own words come twice, because an answer got lost on the way', () => {
    const { world, call, first, amina } = office();
    const draft = writtenDraft(world, amina, call);
    expect(saveAnswer(world.as(amina), draft, first, 'Tea\r\nand bread', 1)).toMatchObject({ value: { revision: 2 } });
    expect(saveAnswer(world.as(amina), draft, first, 'Tea\nand bread', 1)).toMatchObject({ value: { revision: 2 } });
  });
  it('is the applicant’s, to questions of the call', () => {
    const { world, call, first, amina, bo, grace } = office();
    const draft = writtenDraft(world, amina, call);
    for (const other of [bo, grace, null]) {
      expect(saveAnswer(world.as(other), draft, first, 'mine now')).toEqual(refusal('not-found'));
    }
    expect(saveAnswer(world.as(amina), draft, 'no-such-question', 'x')).toEqual(refusal('not-found'));
  });
});

describe('saving the details', () => {
  it('takes them in any order and half finished', () => {
    const { world, call, amina } = office();
    const started = startApplication(world.as(amina), call.id);
    const draft = started.ok ? started.value.applicationId : '';
    expect(saveDetails(world.as(amina), draft, { city: 'Coventry' }, 0)).toEqual({ ok: true, value: { revision: 1 } });
    expect(saveDetails(world.as(amina), draft, { title: 'Tea' }, 0)).toEqual(refusal('changed-elsewhere'));
    expect(saveDetails(world.as(amina), draft, { title: 'Tea' }, 1)).toEqual({ ok: true, value: { revision: 2 } });
    expect(myApplication(world.as(amina), draft)?.details).toMatchObject({ city: 'Coventry', title: 'Tea' });
    expect(myApplication(world.as(amina), draft)?.detailsProgress).toBe('started');
  });
});

describe('submitting', () => {
  it('says what is missing and keeps everything', () => {
    const { world, call, amina } = office();
    const draft = writtenDraft(world, amina, call, { city: '' });
    expect(submitApplication(world.as(amina), draft)).toEqual(refusal('details-missing'));
    expect(myApplication(world.as(amina), draft)?.gaps).toEqual([{ kind: 'details-missing', detail: 'city' }]);
  });
  it('is refused at the closing instant, and the draft stays as it was', () => {
    const { world, call, amina } = office();
    const draft = writtenDraft(world, amina, call);
    world.moveTo(call.closesAt);
    expect(submitApplication(world.as(amina), draft)).toEqual(refusal('call-not-open'));
    expect(myApplication(world.as(amina), draft)).toMatchObject({ state: 'draft', window: 'closed', gaps: [] });
    expect(myApplication(world.as(amina), draft)?.questions[0]?.text).not.toBe('');
    world.moveTo(call.closesAt - 1);
    expect(submitApplication(world.as(amina), draft)).toEqual({ ok: true, value: 'submitted' });
  });
  it('asks for no theme in a call that has none', () => {
    const { world, call, grace, amina } = office();
    const changes = { slug: 'no-themes', themes: [], opensAt: world.now() + HOUR };
    const plain = openCall(world, grace, call.partnerId, changes);
    const id = submitted(world, amina, plain);
    expect(myApplication(world.as(amina), id)).toMatchObject({ state: 'submitted', details: { theme: '' }, gaps: [] });
  });
  it('is nobody else’s business', () => {
    const { world, call, amina, bo } = office();
    expect(submitApplication(world.as(bo), writtenDraft(world, amina, call))).toEqual(refusal('not-found'));
  });
  it('freezes what was written', () => {
    const { world, call, first, amina } = office();
    const sent = submitted(world, amina, call);
    expect(saveAnswer(world.as(amina), sent, first, 'better words')).toEqual(refusal('frozen'));
    expect(saveDetails(world.as(amina), sent, { title: 'Better' })).toEqual(refusal('frozen'));
    expect(submitApplication(world.as(amina), sent)).toEqual(refusal('already-submitted'));
  });
  it('sends a receipt with the reference', async () => {
    const { world, call, amina } = office();
    const sent = submitted(world, amina, call);
    await keepPromises(() => world.as(null), keepers);
    const receipt = world.db
      .select()
      .from(message)
      .all()
      .find((letter) => letter.recipient === 'amina@people.example');
    const reference = applicationCard(world.as(null), sent)?.reference;
    expect(receipt?.subject).toBe(`We have your application ${reference}`);
    expect(receipt?.text).toContain('A kitchen that listens');
    expect(receipt?.text).toContain(`http://localhost:3000/apply/${sent}`);
    expect(receipt?.text).toContain('You can skip them. They change nothing for you.');
    expect(receipt?.text).toContain(`http://localhost:3000/apply/${sent}/equality`);
  });
});

describe('taking an application back', () => {
  it('removes it from the panel’s list, once, and says so by e-mail', async () => {
    const { world, call, amina, bo } = office();
    const sent = submitted(world, amina, call);
    expect(await withdrawApplication(world.as(bo), sent)).toEqual(refusal('not-found'));
    expect(applicationsUnderReview(world.as(null), call.id)).toHaveLength(1);
    expect(await withdrawApplication(world.as(amina), sent, ' We moved away. ')).toEqual({
      ok: true,
      value: 'withdrawn',
    });
    expect(await withdrawApplication(world.as(amina), sent)).toEqual(refusal('already-withdrawn'));
    expect(applicationsUnderReview(world.as(null), call.id)).toEqual([]);
    await keepPromises(() => world.as(null), keepers);
    const subjects = world.db
      .select()
      .from(message)
      .all()
      .map((letter) => letter.subject);
    expect(subjects.filter((subject) => subject.startsWith('You took back'))).toHaveLength(1);
  });
  it('lets a new one be started, and tells nobody of a draft that nobody had seen', async () => {
    const { world, call, amina } = office();
    const draft = writtenDraft(world, amina, call);
    expect((await withdrawApplication(world.as(amina), draft)).ok).toBe(true);
    expect(startApplication(world.as(amina), call.id)).toMatchObject({ value: { isNew: true } });
    await keepPromises(() => world.as(null), keepers);
    expect(world.db.select().from(message).all()).toEqual([]);
  });
});

describe('reading applications', () => {
  it('shows a manager what was sent, not what is still a draft', () => {
    const { world, call, grace, amina, bo } = office();
    const sent = submitted(world, amina, call);
    const draft = writtenDraft(world, bo, call);
    expect(applicationForManager(world.as(grace), sent)?.applicant.email).toBe('amina@people.example');
    expect(applicationForManager(world.as(grace), draft)).toBeNull();
    expect(applicationForManager(world.as(bo), sent)).toBeNull();
  });
  it('asks the database equally often for one application and for three', async () => {
    const { world, call, amina, bo } = office();
    submitted(world, amina, call);
    const one = await statementsIn(world, () =>
      expect(applicationsUnderReview(world.as(null), call.id)).toHaveLength(1),
    );
    const oneMine = await statementsIn(world, () => expect(myApplications(world.as(amina))).toHaveLength(1));
    submitted(world, bo, call);
    submitted(world, amina, call);
    submitted(world, amina, call);
    const four = await statementsIn(world, () =>
      expect(applicationsUnderReview(world.as(null), call.id)).toHaveLength(4),
    );
    const threeMine = await statementsIn(world, () => expect(myApplications(world.as(amina))).toHaveLength(3));
    expect([four, threeMine]).toEqual([one, oneMine]);
  });
  it('puts answers beside their questions, in the language they were written in', () => {
    const { world, call, amina } = office();
    const sent = submitted(world, amina, call, { language: 'ar' });
    const answers = applicationAnswers(world.as(null), sent);
    expect(answers.map((answer) => answer.label)).toEqual(call.questions.map((question) => question.label));
    expect(answers[0]).toMatchObject({
      lang: 'ar',
      media: null,
      shown: { as: 'text', text: `About ${call.questions[0]?.label}` },
    });
  });
});

describe('plain SQL against a submitted application', () => {
  it('changes nothing', () => {
    const { world, call, first, amina } = office();
    const sent = submitted(world, amina, call);
    const sql = (statement: string) => () => world.db.$client.exec(statement);
    const frozen = /frozen|never goes back|keeps its call|changes hands/;
    expect(sql(`update application set title = 'Better' where id = '${sent}'`)).toThrow(frozen);
    expect(sql(`update application set state = 'draft', submitted_at = null where id = '${sent}'`)).toThrow(frozen);
    expect(sql(`update application set submitted_at = submitted_at - ${HOUR} where id = '${sent}'`)).toThrow(frozen);
    expect(sql(`update application set applicant_id = 'bo' where id = '${sent}'`)).toThrow(frozen);
    expect(sql(`delete from application where id = '${sent}'`)).toThrow(frozen);
    expect(sql(`update answer set text = 'Better' where application_id = '${sent}'`)).toThrow(frozen);
    expect(sql(`delete from answer where application_id = '${sent}'`)).toThrow(frozen);
    expect(
      sql(
        `insert or replace into answer (application_id, question_id, text, words, revision, saved_at) values ('${sent}', '${first}', 'Better', 1, 9, 0)`,
      ),
    ).toThrow(frozen);
    expect(
      sql(
        `insert into media (id, application_id, question_id, file_name, bytes, state, created_at, state_at)
         values ('m', '${sent}', '${first}', 'late.mp4', 1, 'receiving', 0, 0)`,
      ),
    ).toThrow(frozen);
  });
  it('makes no application that skips being a draft, and no second draft', () => {
    const { world, call, amina } = office();
    writtenDraft(world, amina, call);
    const insert = (state: string, instant: string) => () =>
      world.db.$client.exec(
        `insert into application (id, call_id, applicant_id, reference, state, title, one_line, group_name, theme, city,
           amount_minor, language, created_at, saved_at, submitted_at)
         values ('x', '${call.id}', '${amina}', 'SI-X', '${state}', 'T', '', 'G', '', '', 1, 'en', 0, 0, ${instant})`,
      );
    expect(insert('submitted', '1')).toThrow(/begins as a draft/);
    expect(insert('draft', 'null')).toThrow(/UNIQUE/);
  });
  it('puts no answer under another call’s question', () => {
    const { world, call, amina } = office();
    const draft = writtenDraft(world, amina, call);
    const { partnerId, staff } = world.partner('spark', { Otto: ['manager'] });
    const other = openCall(world, staff.Otto ?? '', partnerId, { slug: 'other' });
    const statement = `insert into answer (application_id, question_id, text, words, revision, saved_at) values ('${draft}', '${other.questions[0]?.id}', 'x', 1, 1, 0)`;
    expect(() => world.db.$client.exec(statement)).toThrow(/own call/);
  });
});
