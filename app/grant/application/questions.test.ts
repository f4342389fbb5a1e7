import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { removeCallReply } from '../call/commands/remove-call-reply.server.ts';
import { setCallDates } from '../call/commands/set-call-dates.server.ts';
import { callById } from '../call/queries/call-facts.server.ts';
import { callReplies } from '../call/queries/call-replies.server.ts';
import { answerQuestion } from './commands/answer-question.server.ts';
import { askQuestion } from './commands/ask-question.server.ts';
import { publishReply } from './commands/publish-reply.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { helpInbox, questionsWaiting } from './queries/help-inbox.server.ts';
import { helpLog } from './queries/help-log.server.ts';
import { helpWithQuestion, myHelp } from './queries/my-help.server.ts';
import { action as helpAction, loader as helpLoader } from './routes/help.tsx';
import { action as deskAction } from './routes/staff-help.tsx';
import { action as answerAction } from './routes/staff-help-question.tsx';
import { ASK_WORDS_MAX, WAITING_QUESTIONS_MAX } from './rules/asking.ts';

const refusal = (reason: string) => ({ ok: false, reason });

/** A call whose questions close a week before it does. */
function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  const grace = staff.Grace ?? '';
  const draft = draftCall(world, grace, partnerId);
  const questionsEnd = draft.closesAt - 7 * DAY;
  setCallDates(world.as(grace), draft.id, [
    ...draft.dates,
    { kind: 'questions-close', startsAt: questionsEnd, endsAt: null, place: '' },
  ]);
  publishCall(world.as(grace), draft.id);
  world.moveTo(draft.opensAt);
  const call = callById(world.as(null), draft.id) ?? draft;
  const amina = world.person('Amina');
  const applicationId = writtenDraft(world, amina, call);
  const questionId = call.questions[0]?.id ?? '';
  const ask = (text: string, by: Id = amina, about: Id | null = questionId) => {
    const id = world.newId();
    return { id, outcome: askQuestion(world.as(by), applicationId, { id, questionId: about, text }) };
  };
  const post = async () => {
    await keepPromises(() => world.as(null), keepers);
    return messagesOf(world.as(grace), [partnerId], 20);
  };
  return {
    world,
    call,
    questionsEnd,
    partnerId,
    grace,
    finn: staff.Finn ?? '',
    otto: other.staff.Otto ?? '',
    amina,
    bilal: world.person('Bilal'),
    applicationId,
    questionId,
    ask,
    post,
  };
}

describe('asking a question inside a draft', () => {
  it('brings the answer back to the page of that question and by letter', async () => {
    const { world, call, grace, amina, applicationId, questionId, ask, post } = office();
    const { id, outcome } = ask('  May a cook be paid from it?  ');
    expect(outcome).toEqual({ ok: true, value: 'asked' });
    expect(questionsWaiting(world.as(grace), [call.id]).get(call.id)).toBe(1);
    expect(answerQuestion(world.as(grace), id, 'Yes, up to half of it.', 7).ok).toBe(true);
    expect(questionsWaiting(world.as(grace), [call.id]).get(call.id)).toBeUndefined();
    const here = helpWithQuestion(world.as(amina), applicationId, questionId);
    expect(here?.asked).toMatchObject([{ text: 'May a cook be paid from it?', answer: 'Yes, up to half of it.' }]);
    expect(helpWithQuestion(world.as(amina), applicationId, call.questions[1]?.id ?? '')?.asked).toEqual([]);
    const [letter] = await post();
    expect(letter).toMatchObject({ recipient: 'amina@people.example' });
    expect(letter?.text).toContain('Yes, up to half of it.');
    expect(letter?.text).toContain(`/apply/${applicationId}/help`);
    expect(helpLog(world.as(grace), call.id)?.rows).toMatchObject([
      { help: { times: { 'question-answered': 1 }, timesAltogether: 1, minutes: 7 } },
    ]);
  });

  it('is for whoever writes on it, about its own call, and once however often it is sent', () => {
    const { world, amina, bilal, grace, applicationId, ask } = office();
    expect(ask('Me too?', bilal).outcome).toEqual(refusal('not-found'));
    expect(ask('Me too?', grace).outcome).toEqual(refusal('not-found'));
    expect(ask('What is this?', amina, '00000000000000000000').outcome).toEqual(refusal('not-found'));
    const id = world.newId();
    for (const text of ['Once', 'Once']) askQuestion(world.as(amina), applicationId, { id, questionId: null, text });
    expect(myHelp(world.as(amina), applicationId)?.asked).toHaveLength(1);
  });

  it('takes a hundred words and no more, five that wait, and nothing empty', () => {
    const { ask } = office();
    const words = (count: number) => Array.from({ length: count }, () => 'why').join(' ');
    expect(ask(' ').outcome).toEqual(refusal('question-empty'));
    expect(ask(words(ASK_WORDS_MAX + 1)).outcome).toEqual(refusal('question-too-long'));
    expect(ask(words(ASK_WORDS_MAX)).outcome.ok).toBe(true);
    for (let n = 1; n < WAITING_QUESTIONS_MAX; n += 1) expect(ask(`Question ${n}`).outcome.ok).toBe(true);
    expect(ask('One more').outcome).toEqual(refusal('too-many-waiting'));
  });

  it('ends with the date of the plan, to the millisecond, and with the draft', async () => {
    const { world, amina, questionsEnd, applicationId, ask } = office();
    world.moveTo(questionsEnd - 1);
    expect(ask('In time?').outcome.ok).toBe(true);
    world.moveTo(questionsEnd);
    expect(ask('Too late?').outcome).toEqual(refusal('questions-over'));
    await withdrawApplication(world.as(amina), applicationId);
    expect(ask('And now?').outcome).toEqual(refusal('not-a-draft'));
  });

  it('shows a refused question again with everything typed', async () => {
    const { world, amina, bilal, applicationId, questionsEnd } = office();
    const at = { applicationId };
    const long = { id: world.newId(), about: '', question: 'why '.repeat(101) };
    const refused = await answerOf(() => helpAction(asked(world, amina, at, long)));
    expect([refused.status, refused.reply?.typed.question, Object.keys(refused.reply?.errors ?? {})]).toEqual([
      422,
      [long.question],
      ['question'],
    ]);
    world.moveTo(questionsEnd);
    const late = await answerOf(() => helpAction(asked(world, amina, at, { ...long, question: 'Late?' })));
    expect([late.status, late.reply?.typed.question]).toEqual([422, ['Late?']]);
    expect((await answerOf(() => helpLoader(asked(world, bilal, at)))).status).toBe(404);
  });
});

describe('answering', () => {
  it('is a manager’s of the partner, once: who comes second is told and keeps the words', async () => {
    const { world, grace, finn, otto, amina, ask } = office();
    const { id } = ask('When?');
    for (const who of [finn, otto, amina])
      expect(answerQuestion(world.as(who), id, 'Now', null)).toEqual(refusal('not-found'));
    expect(answerQuestion(world.as(grace), id, ' ', null)).toEqual(refusal('answer-empty'));
    expect(answerQuestion(world.as(grace), id, 'On Monday.', null).ok).toBe(true);
    const posted = { answer: 'On Tuesday.', minutes: '' };
    const second = await answerOf(() => answerAction(asked(world, grace, { helpQuestionId: id }, posted)));
    expect([second.status, second.reply?.typed.answer]).toEqual([409, ['On Tuesday.']]);
  });

  it('refuses minutes that are none', async () => {
    const { world, grace, ask } = office();
    const { id } = ask('When?');
    for (const minutes of ['0', '601', 'ten', '-5']) {
      const posted = { answer: 'Soon.', minutes };
      const { status, reply } = await answerOf(() => answerAction(asked(world, grace, { helpQuestionId: id }, posted)));
      expect([status, reply?.errors.minutes]).toEqual([422, wordsIn('en').words.helpDesk.minutesFault]);
    }
  });

  it('shows staff the reference and the question, and nothing of the draft', () => {
    const { world, call, grace, otto, ask } = office();
    ask('May we?');
    const inbox = helpInbox(world.as(grace), call.id);
    expect(JSON.stringify(inbox)).not.toContain('Amina');
    expect(JSON.stringify(inbox)).not.toContain('A kitchen that listens');
    expect(JSON.stringify(helpLog(world.as(grace), call.id))).not.toMatch(/Amina|kitchen|Coventry/);
    expect(helpInbox(world.as(otto), call.id)).toBeNull();
  });
});

describe('publishing an answer', () => {
  it('puts other words on the page of the call, with nothing that leads back to who asked', () => {
    const { world, call, grace, otto, ask } = office();
    const { id } = ask('I am Amina, may I pay my sister?');
    const words = { question: 'May a relative be paid?', answer: 'Yes, if you say so.' };
    expect(publishReply(world.as(grace), id, words)).toEqual(refusal('not-answered'));
    answerQuestion(world.as(grace), id, 'Yes.', null);
    expect(publishReply(world.as(otto), id, words)).toEqual(refusal('not-found'));
    expect(publishReply(world.as(grace), id, { ...words, answer: ' ' })).toEqual(refusal('reply-incomplete'));
    expect(publishReply(world.as(grace), id, words).ok).toBe(true);
    expect(publishReply(world.as(grace), id, words)).toEqual(refusal('already-published'));
    const [reply] = callReplies(world.as(null), call.id);
    expect(reply).toEqual({ id: expect.any(String), ...words });
    expect(reply?.id).not.toBe(id);
  });

  it('ends with the time for questions', () => {
    const { world, grace, questionsEnd, ask } = office();
    const { id } = ask('When?');
    answerQuestion(world.as(grace), id, 'Soon.', null);
    world.moveTo(questionsEnd);
    expect(publishReply(world.as(grace), id, { question: 'When?', answer: 'Soon.' })).toEqual(
      refusal('questions-over'),
    );
  });

  it('can be taken down by its managers alone', async () => {
    const { world, call, grace, otto, ask } = office();
    const { id } = ask('When?');
    answerQuestion(world.as(grace), id, 'Soon.', null);
    publishReply(world.as(grace), id, { question: 'When?', answer: 'Soon.' });
    const replyId = callReplies(world.as(null), call.id)[0]?.id ?? '';
    expect(removeCallReply(world.as(otto), call.id, replyId)).toEqual(refusal('not-found'));
    const down = await answerOf(() => deskAction(asked(world, grace, { callId: call.id }, { replyId })));
    expect(down.status).toBe(303);
    expect(callReplies(world.as(null), call.id)).toEqual([]);
    expect(removeCallReply(world.as(grace), call.id, replyId).ok).toBe(true);
  });
});

describe('a call without a date for questions', () => {
  it('takes them until it closes', () => {
    const world = testWorld();
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const call = openCall(world, staff.Grace ?? '', partnerId);
    const amina = world.person('Amina');
    const applicationId = writtenDraft(world, amina, call);
    const ask = () =>
      askQuestion(world.as(amina), applicationId, { id: world.newId(), questionId: null, text: 'Still open?' });
    world.moveTo(call.closesAt - HOUR);
    expect(ask().ok).toBe(true);
    world.moveTo(call.closesAt);
    expect(ask()).toEqual(refusal('questions-over'));
  });

  it('leaves what was sent alone', () => {
    const world = testWorld();
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const call = openCall(world, staff.Grace ?? '', partnerId);
    const amina = world.person('Amina');
    const applicationId = submitted(world, amina, call);
    const sent = askQuestion(world.as(amina), applicationId, { id: world.newId(), questionId: null, text: 'May I?' });
    expect(sent).toEqual(refusal('not-a-draft'));
  });
});
