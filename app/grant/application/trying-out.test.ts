import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { answer, application } from '#db/schema/application.ts';
import { message, outboxPromise } from '#db/schema/platform.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { trialAnswer, trialDetails } from '#test/world/trial-application.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { beginChange } from '../call/commands/begin-change.server.ts';
import { moveQuestion } from '../call/commands/move-question.server.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { removeQuestion } from '../call/commands/remove-question.server.ts';
import { askQuestion } from './commands/ask-question.server.ts';
import { askReading } from './commands/ask-reading.server.ts';
import { checkEligibility } from './commands/check-eligibility.server.ts';
import { inviteToTeam } from './commands/invite-to-team.server.ts';
import { reopenApplication } from './commands/reopen-application.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { setMatchConsent } from './commands/set-match-consent.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { startTest } from './commands/start-test.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { throwAwayTests } from './commands/throw-away-tests.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import {
  applicationCounts,
  applicationsOf,
  applicationsUnderReview,
  hasApplied,
  idsUnderReview,
} from './queries/application-card.server.ts';
import { callTests } from './queries/call-tests.server.ts';
import { eligibilityDesk } from './queries/eligibility.server.ts';
import { helpInbox } from './queries/help-inbox.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { myApplications } from './queries/my-applications.server.ts';
import { reopeningDesk } from './queries/reopening-desk.server.ts';
import { applicationForManager } from './queries/staff-reading.server.ts';
import { action as helpAction } from './routes/help.tsx';
import { action as othersAction } from './routes/others.tsx';
import { loader as eligibilityPage } from './routes/staff-eligibility.tsx';
import { loader as reopenPage } from './routes/staff-reopen.tsx';

/** A call that Grace and Hugo still write. */
function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', {
    Grace: ['manager'],
    Hugo: ['manager'],
    Finn: ['finance'],
  });
  const other = world.partner('spark', { Otto: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = draftCall(world, grace, partnerId);
  return {
    world,
    partnerId,
    call,
    grace,
    desk: world.as(grace),
    hugo: staff.Hugo ?? '',
    finn: staff.Finn ?? '',
    otto: other.staff.Otto ?? '',
  };
}
type Office = ReturnType<typeof office>;

function filledIn({ desk, call }: Office): Id {
  const started = startTest(desk, call.id);
  if (!started.ok) throw new Error(started.reason);
  const { applicationId } = started.value;
  expect(saveDetails(desk, applicationId, trialDetails(call)).ok).toBe(true);
  for (const question of call.questions) {
    expect(saveAnswer(desk, applicationId, question.id, trialAnswer(question, 'We cook.')).ok).toBe(true);
  }
  return applicationId;
}

describe('trying out a call before it is published', () => {
  it('goes all the way, whatever the dates of the call, and its letter comes to the manager as a test', async () => {
    const at = office();
    at.world.moveTo(at.call.closesAt + DAY);
    const id = filledIn(at);
    expect(myApplication(at.desk, id)).toMatchObject({ testOf: at.call.id, window: 'open', gaps: [] });
    expect(myApplication(at.desk, id)?.call.closesAt).toBe(at.call.closesAt);
    expect(submitApplication(at.desk, id)).toEqual({ ok: true, value: 'submitted' });
    expect(myApplication(at.desk, id)?.reference).toMatch(/^TEST-[0-9A-HJKMNP-TV-Z]{6}$/);
    await keepPromises(() => at.world.as(null), keepers);
    const letters = at.world.db.select().from(message).all();
    expect(letters.map(({ recipient, subject }) => [recipient, subject.slice(0, 6)])).toEqual([
      ['grace@people.example', 'Test: '],
    ]);
  });

  it('is one pretend application of two taps, and one for each manager', () => {
    const at = office();
    expect(startTest(at.desk, at.call.id)).toEqual(startTest(at.desk, at.call.id));
    at.world.pass(1);
    expect(startTest(at.world.as(at.hugo), at.call.id)).not.toEqual(startTest(at.desk, at.call.id));
    expect(callTests(at.desk, at.call.id)?.tests.map(({ by, isMine }) => [by, isMine])).toEqual([
      ['Grace', true],
      ['Hugo', false],
    ]);
  });

  it('is for the managers of a draft: nobody else, no published call, and no change to one', async () => {
    const at = office();
    const notFound = { ok: false, reason: 'not-found' };
    for (const somebody of [at.finn, at.otto, at.world.person('Amina'), null]) {
      const them = at.world.as(somebody);
      expect(startTest(them, at.call.id)).toEqual(notFound);
      expect(await throwAwayTests(them, at.call.id)).toEqual(notFound);
      expect(callTests(them, at.call.id)).toBeNull();
    }
    const offered = openCall(at.world, at.grace, at.partnerId, { slug: 'another' });
    expect(startTest(at.desk, offered.id)).toEqual(notFound);
    const change = beginChange(at.desk, offered.id);
    expect(startTest(at.desk, change.ok ? change.value.draftId : '')).toEqual(notFound);
    expect(startApplication(at.world.as(at.world.person('Bilal')), at.call.id)).toEqual(notFound);
  });

  it('is in no list, no count and no other reader’s hands, sent or not', () => {
    const at = office();
    const sent = filledIn(at);
    submitApplication(at.desk, sent);
    filledIn(at);
    const { desk, call, grace } = at;
    expect(applicationsOf(desk, grace)).toEqual([]);
    expect(hasApplied(desk, grace)).toBe(false);
    expect(myApplications(desk)).toEqual([]);
    expect(idsUnderReview(desk, call.id)).toEqual([]);
    expect(applicationsUnderReview(desk, call.id)).toEqual([]);
    expect(applicationCounts(desk, [call.id]).get(call.id)).toEqual({ draft: 0, submitted: 0, withdrawn: 0 });
    expect(applicationForManager(desk, sent)).toBeNull();
    expect(myApplication(at.world.as(at.hugo), sent)).toBeNull();
  });

  it('is neither checked nor reopened, not even by its address, so that the call can still be published', async () => {
    const at = office();
    const id = filledIn(at);
    expect(submitApplication(at.desk, id).ok).toBe(true);
    const parts = {
      questionIds: [at.call.questions[0]?.id ?? ''],
      details: [],
      reason: 'Why?',
      untilAt: at.world.now() + 3 * DAY,
    };
    const finding = { outcome: 'eligible', reasonIds: [], note: '' } as const;
    const notFound = { ok: false, reason: 'not-found' };
    for (const manager of [at.grace, at.hugo]) {
      const desk = at.world.as(manager);
      expect([reopeningDesk(desk, id), eligibilityDesk(desk, id)]).toEqual([null, null]);
      expect(reopenApplication(desk, id, parts)).toEqual(notFound);
      expect(checkEligibility(desk, id, 0, finding)).toEqual(notFound);
      for (const page of [reopenPage, eligibilityPage]) {
        const answer = await answerOf(() => page(asked(at.world, manager, { applicationId: id })));
        expect(answer.status).toBe(404);
      }
    }
    expect(publishCall(at.desk, at.call.id).ok).toBe(true);
  });

  it('lets nobody into a team of it', () => {
    const at = office();
    const id = filledIn(at);
    const invitation = {
      invitationId: at.world.newId(),
      kind: 'team',
      role: 'edit',
      email: 'someone@people.example',
      usesMax: 1,
    } as const;
    const isATest = { ok: false, reason: 'is-a-test' };
    expect(inviteToTeam(at.desk, id, invitation)).toEqual(isATest);
    expect(inviteToTeam(at.desk, id, { ...invitation, kind: 'support', email: null })).toEqual(isATest);
    expect(inviteToTeam(at.world.as(at.hugo), id, invitation)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('asks nobody for help, lends nobody the draft and is found by nobody', () => {
    const at = office();
    const id = filledIn(at);
    const isATest = { ok: false, reason: 'is-a-test' };
    const question = { id: at.world.newId(), questionId: null, text: 'Is this right?' };
    expect(askQuestion(at.desk, id, question)).toEqual(isATest);
    expect(askReading(at.desk, id, at.world.newId(), true)).toEqual(isATest);
    expect(setMatchConsent(at.desk, id, true)).toEqual(isATest);
    expect(helpInbox(at.desk, at.call.id)).toBeNull();
  });

  it('is told so in words, with what was typed', async () => {
    const at = office();
    const id = filledIn(at);
    const typed = { id: at.world.newId(), about: '', question: 'Is this right?' };
    const reply = await answerOf(() => helpAction(asked(at.world, at.grace, { applicationId: id }, typed)));
    expect([reply.status, reply.reply?.message, reply.reply?.typed.question]).toEqual([
      422,
      wordsIn('en').words.testDesk.notHere,
      ['Is this right?'],
    ]);
    const found = await answerOf(() =>
      othersAction(asked(at.world, at.grace, { applicationId: id }, { intent: 'be-found', consent: 'on' })),
    );
    expect([found.status, found.reply?.message]).toEqual([422, wordsIn('en').words.testDesk.notHere]);
  });

  it('keeps what was answered while the questions are put in order, and drops what was asked no more', () => {
    const at = office();
    const id = filledIn(at);
    const [first, second] = at.call.questions;
    moveQuestion(at.desk, at.call.id, second?.id ?? '', 'up');
    expect(myApplication(at.desk, id)?.questions.every(({ text }) => text !== '')).toBe(true);
    expect(removeQuestion(at.desk, at.call.id, first?.id ?? '').ok).toBe(true);
    expect(myApplication(at.desk, id)?.questions).toHaveLength(at.call.questions.length - 1);
    const left = at.world.db
      .select()
      .from(answer)
      .where(eq(answer.questionId, first?.id ?? ''))
      .all();
    expect(left).toEqual([]);
  });

  it('is thrown away whole by one button: drafts, sent ones and those taken back, of every manager', async () => {
    const at = office();
    submitApplication(at.desk, filledIn(at));
    const taken = filledIn(at);
    submitApplication(at.desk, taken);
    await withdrawApplication(at.desk, taken);
    filledIn(at);
    startTest(at.world.as(at.hugo), at.call.id);
    expect(await throwAwayTests(at.world.as(at.hugo), at.call.id)).toEqual({ ok: true, value: { count: 4 } });
    expect(at.world.db.select().from(application).all()).toEqual([]);
    expect(at.world.db.select().from(answer).all()).toEqual([]);
    expect(await throwAwayTests(at.desk, at.call.id)).toEqual({ ok: true, value: { count: 0 } });
    const kept = await keepPromises(() => at.world.as(null), keepers);
    expect(kept.failed).toBe(0);
    expect(
      at.world.db
        .select()
        .from(outboxPromise)
        .all()
        .every(({ keptAt }) => keptAt !== null),
    ).toBe(true);
  });

  it('ends with publishing, and the call begins with nothing in it', () => {
    const at = office();
    submitApplication(at.desk, filledIn(at));
    filledIn(at);
    expect(publishCall(at.desk, at.call.id).ok).toBe(true);
    expect(at.world.db.select().from(application).all()).toEqual([]);
    expect(at.world.db.select().from(answer).all()).toEqual([]);
    at.world.moveTo(at.call.opensAt);
    const amina = at.world.as(at.world.person('Amina'));
    expect(startApplication(amina, at.call.id)).toMatchObject({ ok: true, value: { isNew: true } });
  });

  it('is told apart by the database: a draft takes only tests, a published call takes none', () => {
    const at = office();
    const started = startTest(at.desk, at.call.id);
    const row = at.world.db.select().from(application).all()[0];
    if (!started.ok || row === undefined) throw new Error('a test can be started');
    const insert = (changes: Partial<typeof row>) => () =>
      at.world.db
        .insert(application)
        .values({ ...row, id: at.world.newId(), applicantId: at.hugo, ...changes })
        .run();
    const refusal = 'a test application belongs to a draft';
    expect(insert({ reference: 'SI-AAAAAA' })).toThrow(refusal);
    const offered = openCall(at.world, at.grace, at.partnerId, { slug: 'another' });
    expect(insert({ callId: offered.id, reference: 'TEST-AAAAAA' })).toThrow(refusal);
    insert({ reference: 'TEST-AAAAAA' })();
    insert({ callId: offered.id, reference: 'SI-AAAAAA' })();
  });
});
