import { createCall } from '#app/grant/call/commands/create-call.server.ts';
import { publishCall } from '#app/grant/call/commands/publish-call.server.ts';
import { setCallDates } from '#app/grant/call/commands/set-call-dates.server.ts';
import { setCheckItems } from '#app/grant/call/commands/set-check-items.server.ts';
import { setCriteria } from '#app/grant/call/commands/set-criteria.server.ts';
import { setQuestions } from '#app/grant/call/commands/set-questions.server.ts';
import { callById, titlesOfPublished } from '#app/grant/call/queries/call-facts.server.ts';
import type { DateDraft } from '#app/grant/call/rules/plan.ts';
import { publishingWarnings } from '#app/grant/call/rules/publishing.ts';
import { PLAIN_QUESTION } from '#app/grant/call/rules/questions.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import type { AnyCall } from '#db/story/types.ts';
import { type FirstMonday, instantOf } from './calendar.ts';
import { staffKey } from './play-people.ts';
import { toldDates } from './play-plan.ts';
import { type StoryWorld, told } from './story-world.ts';

export type Round = {
  readonly slug: string;
  readonly title: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly dates: readonly DateDraft[];
};

/** The round that the story tells of a call. */
export function roundOf(call: AnyCall, firstMonday: FirstMonday): Round {
  return {
    slug: call.slug,
    title: call.title,
    opensAt: instantOf(firstMonday, call.dates.opens, call.timeZone),
    closesAt: instantOf(firstMonday, call.dates.closes, call.timeZone),
    dates: toldDates(call, firstMonday),
  };
}

/** Writes the call as its manager would, a fortnight before it opens, and publishes it. */
export function playCall(world: StoryWorld, call: AnyCall, round: Round): Id {
  const { opensAt } = round;
  world.moveTo(opensAt - 14 * DAY);
  const manager = world.as(staffKey(call.partner, 'manager'));
  const { callId } = told(
    `creating ${round.slug}`,
    createCall(manager, {
      partnerId: world.id(call.partner),
      strand: call.slug,
      language: 'en',
      title: round.title,
      slug: round.slug,
      summary: call.summary,
      about: call.about.join('\n\n'),
      whoCanApply: call.whoCanApply.join('\n'),
      support: call.support.join('\n'),
      themes: call.themes.map((theme) => theme.label),
      currency: call.currency,
      potMinor: call.potMinor,
      awardMaxMinor: call.awardMaxMinor,
      awardsPlanned: call.awardsPlanned,
      timeZone: call.timeZone,
      opensAt,
      closesAt: round.closesAt,
      videoAllowed: call.videoAllowed,
      videoSecondsMax: call.videoSecondsMax,
      participantShareMinPercent: call.participantShareMinPercent,
      hasPitchDay: call.hasPitchDay,
      panelWeightPercent: call.decisionRule.panelWeightPercent,
      publicWeightPercent: call.decisionRule.publicWeightPercent,
      minimumSupportPercent: call.decisionRule.minimumSupportPercent,
      choicesMax: call.choicesPerVoter,
      choicesRanked: false,
      roomPotMinor: 0,
      judgesMin: 0,
      tieRule: call.decisionRule.tieRule,
      invitationOnly: false,
    }),
  );
  const { questionIds } = told(
    `asking the questions of ${round.slug}`,
    setQuestions(
      manager,
      callId,
      call.questions.map((question) => ({
        ...PLAIN_QUESTION,
        label: question.label,
        guidance: question.guidance,
        wordsMax: question.wordLimit,
        required: question.required,
        byVideo: question.mayAnswerByVideo,
        byVoice: question.mayAnswerByVideo,
      })),
    ),
  );
  const { criterionIds } = told(
    `setting the criteria of ${round.slug}`,
    setCriteria(
      manager,
      callId,
      call.criteria.map((criterion) => ({
        name: criterion.label,
        question: criterion.question,
        weightPercent: criterion.weightPercent,
        anchors: ([1, 2, 3, 4, 5] as const).map((score) => ({ score, words: criterion.anchors[score] })),
      })),
    ),
  );
  const isOut = titlesOfPublished(manager);
  told(
    `writing the self-check of ${round.slug}`,
    setCheckItems(
      manager,
      callId,
      call.selfCheck.map(({ statement, otherwise, otherCall }) => {
        const item = { statement, advice: otherwise, link: '' };
        return otherCall !== undefined && otherCall in isOut
          ? { ...item, route: 'another-call', otherSlug: otherCall }
          : { ...item, route: 'partner', otherSlug: null };
      }),
    ),
  );
  for (const [place, question] of call.questions.entries())
    world.ids.set(`${round.slug}/question/${question.key}`, questionIds[place] ?? '');
  for (const [place, criterion] of call.criteria.entries())
    world.ids.set(`${round.slug}/criterion/${criterion.key}`, criterionIds[place] ?? '');
  world.ids.set(round.slug, callId);
  told(`planning ${round.slug}`, setCallDates(manager, callId, round.dates));
  const facts = callById(manager, callId);
  if (facts === null) throw new Error('a call that was created can be read');
  told(`publishing ${round.slug}`, publishCall(manager, callId, publishingWarnings(facts, world.now())));
  return callId;
}
