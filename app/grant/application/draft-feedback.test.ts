import { describe, expect, it } from 'vitest';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { draftFeedback } from '#db/schema/application-help.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { testWorld } from '#test/world/test-world.ts';
import { writtenDraft } from '#test/world/trial-application.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { setCallDates } from '../call/commands/set-call-dates.server.ts';
import { callById } from '../call/queries/call-facts.server.ts';
import { answerReading } from './commands/answer-reading.server.ts';
import { askReading } from './commands/ask-reading.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { takeBackReading } from './commands/take-back-reading.server.ts';
import { draftReadings, readingForManager } from './queries/draft-readings.server.ts';
import { helpInbox } from './queries/help-inbox.server.ts';
import { helpLog } from './queries/help-log.server.ts';
import { action as readingAction } from './routes/reading.tsx';
import { action as commentAction } from './routes/staff-reading.tsx';
import { COMMENT_WORDS_MAX, READINGS_MAX } from './rules/draft-feedback.ts';

const refusal = (reason: string) => ({ ok: false, reason });

/** A call that reads drafts until ten days before it closes. */
function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  const grace = staff.Grace ?? '';
  const draft = draftCall(world, grace, partnerId);
  const endsAt = draft.closesAt - 10 * DAY;
  setCallDates(world.as(grace), draft.id, [
    ...draft.dates,
    { kind: 'draft-feedback', startsAt: endsAt, endsAt: null, place: '' },
  ]);
  publishCall(world.as(grace), draft.id);
  world.moveTo(draft.opensAt);
  const call = callById(world.as(null), draft.id) ?? draft;
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const what = call.questions[0]?.id ?? '';
  const ask = (hasConsented = true, id = world.newId()) => ({
    id,
    outcome: askReading(world.as(amina), applicationId, id, hasConsented),
  });
  const answer = (id: string, text = 'Say how many people come.') =>
    answerReading(world.as(grace), id, [{ what, text }], 20);
  return {
    world,
    call,
    endsAt,
    partnerId,
    grace,
    finn: staff.Finn ?? '',
    otto: other.staff.Otto ?? '',
    amina,
    bilal: world.person('Bilal'),
    applicationId,
    what,
    ask,
    answer,
  };
}

describe('having a draft read', () => {
  it('lends a copy of that moment with a yes, and no name, place or sum', () => {
    const { world, call, grace, amina, applicationId, what, ask } = office();
    expect(ask(false).outcome).toEqual(refusal('no-consent'));
    const { id, outcome } = ask();
    expect(outcome.ok).toBe(true);
    saveAnswer(world.as(amina), applicationId, what, 'Written later, for nobody.');
    const reading = readingForManager(world.as(grace), id);
    expect(reading?.lines.find((line) => line.what === what)?.text).toBe(`About ${call.questions[0]?.label}`);
    expect(JSON.stringify(reading)).not.toMatch(/Amina|Thursday Table|Coventry|Written later/);
  });

  it('is for the managers of the partner, and only while it waits', () => {
    const { world, call, finn, otto, grace, amina, applicationId, ask, answer } = office();
    const { id } = ask();
    for (const who of [finn, otto, amina]) expect(readingForManager(world.as(who), id)).toBeNull();
    expect(helpInbox(world.as(grace), call.id)?.readings).toHaveLength(1);
    expect(answer(id).ok).toBe(true);
    expect(readingForManager(world.as(grace), id)).toBeNull();
    expect(world.db.select({ copy: draftFeedback.copy }).from(draftFeedback).all()).toEqual([{ copy: null }]);
    expect(answer(id)).toEqual(refusal('not-found'));
    expect(draftReadings(world.as(amina), applicationId)?.answered).toMatchObject([
      { comments: [{ text: 'Say how many people come.' }] },
    ]);
  });

  it('tells the writer by letter, with no comment in it, and is in the log', async () => {
    const { world, call, grace, partnerId, applicationId, ask, answer } = office();
    answer(ask().id);
    await keepPromises(() => world.as(null), keepers);
    const [letter] = messagesOf(world.as(grace), [partnerId], 5);
    expect(letter?.recipient).toBe('amina@people.example');
    expect(letter?.text).toContain(`/apply/${applicationId}/reading`);
    expect(letter?.text).not.toContain('how many people');
    expect(helpLog(world.as(grace), call.id)?.rows[0]?.help).toEqual({
      times: { 'draft-feedback': 1 },
      timesAltogether: 1,
      minutes: 20,
    });
  });

  it('can be taken back at any time before: the copy is gone at once', async () => {
    const { world, grace, amina, bilal, applicationId, ask } = office();
    const { id } = ask();
    expect(takeBackReading(world.as(bilal), applicationId)).toEqual(refusal('not-found'));
    const back = { intent: 'take-back' };
    expect((await answerOf(() => readingAction(asked(world, amina, { applicationId }, back)))).status).toBe(303);
    expect(readingForManager(world.as(grace), id)).toBeNull();
    expect(world.db.select({ copy: draftFeedback.copy }).from(draftFeedback).all()).toEqual([{ copy: null }]);
    expect(ask().outcome.ok).toBe(true);
  });

  it('ends when the draft is sent: nobody opens the copy any more', () => {
    const { world, grace, amina, applicationId, ask } = office();
    const { id } = ask();
    expect(submitApplication(world.as(amina), applicationId).ok).toBe(true);
    expect(readingForManager(world.as(grace), id)).toBeNull();
    expect(ask().outcome).toEqual(refusal('not-a-draft'));
  });

  it('is offered until the date of the plan, to the millisecond', () => {
    const { world, endsAt, amina, applicationId, ask } = office();
    world.moveTo(endsAt);
    expect(ask().outcome).toEqual(refusal('readings-over'));
    expect(draftReadings(world.as(amina), applicationId)?.isOver).toBe(true);
    world.moveTo(endsAt - 1);
    expect(ask().outcome.ok).toBe(true);
  });

  it('is had twice, one at a time, and once however often the form is sent', () => {
    const { ask, answer } = office();
    const { id } = ask();
    expect(ask(true, id).outcome.ok).toBe(true);
    expect(ask().outcome).toEqual(refusal('already-asked'));
    answer(id);
    for (let n = 1; n < READINGS_MAX; n += 1) answer(ask().id);
    expect(ask().outcome).toEqual(refusal('read-before'));
  });

  it('needs something to read, and a call that promises it', () => {
    const { world, call, bilal } = office();
    const begun = startApplication(world.as(bilal), call.id);
    const empty = begun.ok ? begun.value.applicationId : '';
    expect(askReading(world.as(bilal), empty, world.newId(), true)).toEqual(refusal('nothing-written'));
    const elsewhere = testWorld();
    const { partnerId, staff } = elsewhere.partner('common-ground', { Grace: ['manager'] });
    const plain = openCall(elsewhere, staff.Grace ?? '', partnerId);
    const carl = elsewhere.person('Carl');
    const mine = writtenDraft(elsewhere, carl, plain);
    expect(askReading(elsewhere.as(carl), mine, elsewhere.newId(), true)).toEqual(refusal('no-readings'));
  });
});

describe('commenting on a draft', () => {
  it('takes short comments, at least one, and loses none that was typed', async () => {
    const { world, grace, what, ask } = office();
    const { id } = ask();
    const at = { readingId: id };
    const nothing = await answerOf(() => commentAction(asked(world, grace, at, { minutes: '' })));
    expect(nothing.status).toBe(422);
    const long = 'word '.repeat(COMMENT_WORDS_MAX + 1);
    const typed = { minutes: '', [`comment-${what}`]: long, 'comment-whole': 'Good.' };
    const refused = await answerOf(() => commentAction(asked(world, grace, at, typed)));
    expect([refused.status, Object.keys(refused.reply?.errors ?? {}), refused.reply?.typed['comment-whole']]).toEqual([
      422,
      [`comment-${what}`],
      ['Good.'],
    ]);
    const fits = { ...typed, [`comment-${what}`]: 'word '.repeat(COMMENT_WORDS_MAX) };
    expect((await answerOf(() => commentAction(asked(world, grace, at, fits)))).status).toBe(303);
  });
});
