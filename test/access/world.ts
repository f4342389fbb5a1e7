import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { answerQuestion } from '#app/grant/application/commands/answer-question.server.ts';
import { askQuestion } from '#app/grant/application/commands/ask-question.server.ts';
import { askReading } from '#app/grant/application/commands/ask-reading.server.ts';
import { bookSlot } from '#app/grant/application/commands/book-slot.server.ts';
import { enterForSomebody } from '#app/grant/application/commands/enter-for-somebody.server.ts';
import { makeCallCode } from '#app/grant/application/commands/make-call-code.server.ts';
import { offerSlot } from '#app/grant/application/commands/offer-slot.server.ts';
import { publishReply } from '#app/grant/application/commands/publish-reply.server.ts';
import { startApplication } from '#app/grant/application/commands/start-application.server.ts';
import { applicationAnswers } from '#app/grant/application/queries/application-answers.server.ts';
import { applicationsOf } from '#app/grant/application/queries/application-card.server.ts';
import { answerInvitation } from '#app/grant/assessment/commands/answer-invitation.server.ts';
import { declareConflicts } from '#app/grant/assessment/commands/declare-conflicts.server.ts';
import { invitePanelMember } from '#app/grant/assessment/commands/invite-panel-member.server.ts';
import { hasDeclaredConflict } from '#app/grant/assessment/queries/panel-ranking.server.ts';
import { awardOfApplication } from '#app/grant/award/queries/award-card.server.ts';
import { createCall } from '#app/grant/call/commands/create-call.server.ts';
import { setCheckItems } from '#app/grant/call/commands/set-check-items.server.ts';
import { setCriteria } from '#app/grant/call/commands/set-criteria.server.ts';
import { setQuestions } from '#app/grant/call/commands/set-questions.server.ts';
import {
  type CallFacts,
  type CallSummary,
  callById,
  callBySlug,
  publishedCalls,
} from '#app/grant/call/queries/call-facts.server.ts';
import { callReplies } from '#app/grant/call/queries/call-replies.server.ts';
import { windowOf } from '#app/grant/call/rules/window.ts';
import { mentorList } from '#app/grant/mentoring/queries/mentor-list.server.ts';
import { mentoringOf } from '#app/grant/mentoring/queries/mentoring-of.server.ts';
import { appointAuditor } from '#app/grant/payment/commands/appoint-auditor.server.ts';
import { callMonths } from '#app/grant/payment/queries/month-statement.server.ts';
import { tranchesOf } from '#app/grant/payment/queries/tranches-of.server.ts';
import { findBankFilesOfCalls } from '#app/grant/payment/store/bank-files.server.ts';
import { findPayoutsOfCalls } from '#app/grant/payment/store/payouts.server.ts';
import { ownEventOfCall } from '#app/grant/pitch-day/queries/own-event.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import { requestSignInCode } from '#app/people/commands/request-sign-in-code.server.ts';
import { type Env, readEnv } from '#app/platform/env.server.ts';
import { application } from '#db/schema/application.ts';
import { message } from '#db/schema/platform.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { type StoryWorld, storyWorld, told } from '#test/world/play/story-world.ts';
import { storyUntil } from '../journeys/story-folder.ts';
import { openVoteBeside } from './open-vote.ts';
import { CASTING, SIGNED_IN, type SignedIn } from './personas.ts';
import { recordAnew } from './record-anew.ts';
import { NOTHING, RECORDS, type Records, type State } from './row.ts';

const SLUG = 'social-innovation';
const OTHER_SLUG = 'social-enterprise';
const DRAFT_SLUG = 'a-call-that-is-not-published';

/** What a folder holds after the story was played into it: everybody's id, and the records they ask for. */
export type Prepared = { readonly people: Readonly<Record<SignedIn, Id>>; readonly records: Records };

/** Plays the story until a state, and adds the few people and records that it has no need of. */
export async function prepareWorld(folder: string, state: State): Promise<Prepared> {
  const env = readEnv({ DATA_DIR: folder, DEMO: '1', LOG_LEVEL: 'error', NODE_ENV: 'test' });
  const now = afterMondayNoon(Date.now());
  await storyUntil(state, now)(folder);
  return prepare(env, now, state);
}

/** Calls close on a Monday at noon; on a Monday the story ends the day before, so that they always have closed. */
function afterMondayNoon(now: Instant): Instant {
  const MONDAY = 1;
  return new Date(now).getUTCDay() === MONDAY ? now - DAY : now;
}

async function prepare(env: Env, now: Instant, state: State): Promise<Prepared> {
  const world = storyWorld(env, now);
  try {
    for (const persona of SIGNED_IN) world.meet(CASTING[persona]);
    const call = theCall(world, SLUG);
    const draft = writeDraft(world, call);
    if (state === 'applications' || state === 'panel') askTwoMore(world, call.id);
    const known = { ...recordsOf(world, call), ...draft, ...writeAgain(world) };
    const unsentMediaId = state === 'applications' ? await recordAnew(world, call) : undefined;
    if (state !== 'applications') declareTheTie(world, call.id, known.applicationId);
    const { auditorId } = told(
      'asking an auditor',
      appointAuditor(world.as(CASTING['finance maker'].key), call.partnerId, { ...CASTING.auditor, days: 90 }),
    );
    told('asking for a code', requestSignInCode(world.as(null), CASTING.mentor.email));
    await world.keepPromises();
    const openPollId = openVoteBeside(world, known.draftCallId ?? NOTHING, world.id(CASTING.manager.key));
    const records = { ...known, openPollId, auditorId, unsentMediaId, ...lettersOf(world, call) };
    const people = Object.fromEntries(SIGNED_IN.map((persona) => [persona, world.id(CASTING[persona].key)]));
    joinTheCast(env, people);
    return {
      people: people as Prepared['people'],
      records: Object.fromEntries(RECORDS.map((name) => [name, records[name] ?? NOTHING])) as Records,
    };
  } finally {
    world.close();
  }
}

type Found = Partial<Record<keyof Records, string | undefined>>;

function theCall(world: StoryWorld, slug: string): CallFacts {
  const call = callBySlug(world.as(null), slug);
  if (call === null) throw new Error(`the story has a call ${slug}`);
  return call;
}

/** A call that its manager has written and not published. */
function writeDraft(world: StoryWorld, call: CallFacts): Found {
  const manager = world.as(CASTING.manager.key);
  const { callId } = told(
    'writing a call',
    createCall(manager, {
      ...call,
      slug: DRAFT_SLUG,
      title: 'A call that is not published',
      opensAt: world.now() + 10 * DAY,
      closesAt: world.now() + 40 * DAY,
    }),
  );
  const { questionIds } = told('asking its questions', setQuestions(manager, callId, call.questions));
  const { criterionIds } = told('setting its criteria', setCriteria(manager, callId, call.criteria));
  told(
    'writing its self-check',
    setCheckItems(manager, callId, [
      { statement: 'We live here.', route: 'partner', advice: 'Call Rosa.', link: '', otherSlug: null },
    ]),
  );
  const written = callById(manager, callId);
  return {
    draftTermId: written?.terms[0]?.id,
    draftCheckItemId: written?.checkItems[0]?.id,
    draftCallId: callId,
    draftSlug: DRAFT_SLUG,
    draftQuestionId: questionIds[0],
    draftCriterionId: criterionIds[0],
  };
}

/** One who has not answered yet, and one who said no. */
function askTwoMore(world: StoryWorld, callId: Id): void {
  for (const persona of ['person asked to join the panel', 'person who said no to the panel'] as const) {
    const { name, email } = CASTING[persona];
    const manager = world.as(CASTING.manager.key);
    told(`asking ${name}`, invitePanelMember(manager, callId, { name, email, kind: 'expert' }));
  }
  const other = world.as(CASTING['person who said no to the panel'].key);
  told('saying no', answerInvitation(other, callId, 'declined'));
}

/** A tie that is declared late shuts an application as well as one declared in time. */
function declareTheTie(world: StoryWorld, callId: Id, applicationId: Id | undefined): void {
  const member = world.as(CASTING['panel member with a conflict'].key);
  const tie = { applicationId: applicationId ?? NOTHING, reason: 'I play football with them.' };
  told('declaring a tie', declareConflicts(member, callId, [tie]));
}

/** Where a call is open, the one who left a draft the first time has begun again. */
function writeAgain(world: StoryWorld): Found {
  const open = publishedCalls(world.as(null)).find((call) => windowOf(call, world.now()) === 'open');
  if (open === undefined) return {};
  const writer = world.as(CASTING['writer of a draft'].key);
  const { applicationId } = told('beginning again', startApplication(writer, open.id, { title: 'Once more' }));
  const spoken = callById(writer, open.id)?.questions.find((question) => question.byVideo);
  const codeId = world.newId();
  const late = { label: 'Somebody who is ill', purpose: 'late', expiresAt: open.closesAt + DAY, usesMax: 1 } as const;
  told('making a code', makeCallCode(world.as(CASTING.manager.key), open.id, codeId, late));
  return {
    ...askForHelp(world, open, applicationId),
    openSlug: open.slug,
    openCallId: open.id,
    codeId,
    openApplicationId: applicationId,
    openQuestionId: spoken?.id,
  };
}

/** Somebody asks, books and lends a draft; the manager answers for all, and writes down what Bilal says. */
function askForHelp(world: StoryWorld, call: CallSummary, applicationId: Id): Found {
  const writer = world.as(CASTING['writer of a draft'].key);
  const manager = world.as(CASTING.manager.key);
  const [helpQuestionId, readingId, slotId, entryId] = [world.newId(), world.newId(), world.newId(), world.newId()];
  const question = { id: helpQuestionId, questionId: null, text: 'May we cook outside?' };
  told('asking', askQuestion(writer, applicationId, question));
  told('answering', answerQuestion(manager, helpQuestionId, 'Yes.', null));
  told('publishing', publishReply(manager, helpQuestionId, { question: 'May one cook outside?', answer: 'Yes.' }));
  told('lending a draft', askReading(writer, applicationId, readingId, true));
  const slot = { startsAt: world.now() + 2 * DAY, minutes: 30, way: 'place', place: 'Room 2' } as const;
  told('offering a time', offerSlot(manager, call.id, slotId, { ...slot, language: 'en', interpreter: false }));
  told('booking it', bookSlot(writer, applicationId, slotId, ''));
  const bilal = { forName: 'Bilal', email: '', phone: '', language: 'en', consentMeans: 'by-phone' } as const;
  told(
    'writing it down',
    enterForSomebody(manager, call.id, entryId, { ...bilal, consentWords: 'Is that all right?' }),
  );
  return { helpQuestionId, replyId: callReplies(manager, call.id)[0]?.id, readingId, slotId, entryId };
}

function recordsOf(world: StoryWorld, call: CallFacts): Found {
  const anybody = world.as(null);
  const other = theCall(world, OTHER_SLUG);
  const begunIn = (callId: Id) => world.db.select().from(application).where(eq(application.callId, callId)).all();
  const cards = begunIn(call.id);
  const applicationOf = (persona: SignedIn) =>
    cards.find((card) => card.applicantId === world.id(CASTING[persona].key));
  const theirs = applicationOf('applicant');
  const applicationId = theirs?.id ?? NOTHING;
  const event = ownEventOfCall(world.as(CASTING.manager.key), call.id)?.event;
  const award = awardOfApplication(anybody, applicationId);
  // References are drawn by lot, so "the first" would be another application in each run, and one day a friend's.
  const assessor = world.id(CASTING['member of the other panel'].key);
  const otherApplication = begunIn(other.id).find(
    (card) => card.state === 'submitted' && !hasDeclaredConflict(anybody, assessor, card.id),
  );
  const spoken = applicationAnswers(anybody, applicationId).find((answer) => answer.media !== null);
  return {
    partnerId: call.partnerId,
    callId: call.id,
    slug: call.slug,
    questionId: call.questions[0]?.id,
    otherCallId: other.id,
    applicationId,
    mediaId: spoken?.media?.id,
    spokenQuestionId: spoken?.questionId,
    draftApplicationId: applicationsOf(anybody, world.id(CASTING['writer of a draft'].key))[0]?.id,
    withdrawnApplicationId: applicationOf('applicant who withdrew')?.id,
    otherCallApplicationId: otherApplication?.id,
    eventId: event?.id,
    pollId: event?.pollId ?? undefined,
    awardId: award?.id,
    trancheId: award === null ? undefined : tranchesOf(anybody, award.id)[0]?.id,
    milestoneId: award === null ? undefined : mentoringOf(anybody, award.id).milestones.at(-1)?.id,
    mentorId: mentorList(world.as(CASTING.manager.key))?.mentors[0]?.mentorId,
    payoutId: findPayoutsOfCalls(world.db, [call.id])[0]?.id,
    fileId: findBankFilesOfCalls(world.db, [call.id])[0]?.id,
    month: callMonths(world.as(CASTING['finance maker'].key), call.id)?.months[0]?.month,
  };
}

function lettersOf(world: StoryWorld, call: CallFacts): Found {
  const secret = world.db.select({ id: message.id }).from(message).where(eq(message.secret, true)).get();
  return { messageId: messagesOf(world.as(null), [call.partnerId], 1)[0]?.id, secretMessageId: secret?.id };
}

/** The demonstration signs in whom its cast names: here, everybody who asks. */
export function joinTheCast(env: Pick<Env, 'DATA_DIR'>, people: Record<string, Id>): void {
  const file = join(env.DATA_DIR, 'cast.json');
  const cast = JSON.parse(readFileSync(file, 'utf8')) as unknown[];
  const members = Object.entries(people).map(([name, personId]) => ({ personId, name, about: name, startsAt: '/' }));
  writeFileSync(file, JSON.stringify([...cast, { title: 'Everybody who asks', people: members }]));
}
