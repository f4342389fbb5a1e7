import type { Id } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import { brokenConditions } from './conditions.ts';
import { type CriterionDraft, isAnchored, weightSum } from './criteria.ts';
import type { CallDraft } from './draft.ts';
import { type DateDraft, PLAN_WARNINGS, planFaults, planWarnings } from './plan.ts';
import type { QuestionDraft } from './questions.ts';
import { type CheckItemDraft, frighteningWords } from './self-check.ts';

/** What is published: the whole of it, because all of it freezes together. */
export type WholeCall = Omit<CallDraft, 'slug'> & {
  readonly questions: readonly (QuestionDraft & { readonly id: Id })[];
  readonly criteria: readonly CriterionDraft[];
  readonly checkItems: readonly Pick<CheckItemDraft, 'statement'>[];
  readonly dates: readonly DateDraft[];
};

export type PublishingProblem =
  | 'summary-missing'
  | 'about-missing'
  | 'who-missing'
  | 'support-missing'
  | 'closes-in-the-past'
  | 'questions-missing'
  | 'needed-question-missing'
  | 'recording-impossible'
  | 'condition-broken'
  | 'criteria-missing'
  | 'criteria-weights-not-hundred'
  | 'anchors-missing'
  | 'plan-out-of-order';

/** Where a problem is put right. */
export const PROBLEM_PART: Record<PublishingProblem, 'facts' | 'questions' | 'criteria' | 'plan'> = {
  'summary-missing': 'facts',
  'about-missing': 'facts',
  'who-missing': 'facts',
  'support-missing': 'facts',
  'closes-in-the-past': 'facts',
  'questions-missing': 'questions',
  'needed-question-missing': 'questions',
  'recording-impossible': 'questions',
  'condition-broken': 'questions',
  'criteria-missing': 'criteria',
  'criteria-weights-not-hundred': 'criteria',
  'anchors-missing': 'criteria',
  'plan-out-of-order': 'plan',
};

/** Everything that stops a call from being published, in the order of the screens. */
export function publishingProblems(call: WholeCall, now: Instant): PublishingProblem[] {
  const { questions, criteria } = call;
  const checks: readonly (readonly [PublishingProblem, boolean])[] = [
    ['summary-missing', isBlank(call.summary)],
    ['about-missing', isBlank(call.about)],
    ['who-missing', isBlank(call.whoCanApply)],
    ['support-missing', isBlank(call.support)],
    ['closes-in-the-past', call.closesAt <= now],
    ['questions-missing', questions.length === 0],
    // An application without one needed answer could be sent empty.
    ['needed-question-missing', questions.length > 0 && !questions.some(isNeededOfAll)],
    [
      'recording-impossible',
      !call.videoAllowed && questions.some(({ kind, byVoice }) => kind === 'recording' && !byVoice),
    ],
    ['condition-broken', brokenConditions(questions).length > 0],
    ['criteria-missing', criteria.length === 0],
    ['criteria-weights-not-hundred', criteria.length > 0 && weightSum(criteria) !== 100],
    ['anchors-missing', !criteria.every(isAnchored)],
    // Opening, closing or the pitch day may have changed since the plan was written.
    ['plan-out-of-order', planFaults(call, call.dates).length > 0],
  ];
  return checks.filter(([, isWrong]) => isWrong).map(([problem]) => problem);
}

export const PUBLISHING_WARNINGS = [
  'awards-over-pot',
  'participants-under-a-third',
  'open-under-two-weeks',
  'vote-outweighs-panel',
  'room-pot-under-award',
  'form-is-long',
  'self-check-frightens',
  ...PLAN_WARNINGS,
] as const;
export type PublishingWarning = (typeof PUBLISHING_WARNINGS)[number];

/** Two weekends and the days between them: less leaves out people who work every day. */
export const OPEN_AT_LEAST = 14 * DAY;
/** About three pages. A small grant should not ask for more. */
export const WORDS_ALTOGETHER_MAX = 1_500;
export const A_THIRD_PERCENT = 33;

/** What may be meant, and is more often a slip: each must be ticked before the call is published. */
export function publishingWarnings(call: WholeCall, now: Instant): PublishingWarning[] {
  const words = call.questions.reduce((sum, question) => sum + question.wordsMax, 0);
  const checks: readonly (readonly [PublishingWarning, boolean])[] = [
    ['awards-over-pot', call.awardsPlanned * call.awardMaxMinor > call.potMinor],
    ['participants-under-a-third', call.participantShareMinPercent < A_THIRD_PERCENT],
    ['open-under-two-weeks', call.closesAt - Math.max(call.opensAt, now) < OPEN_AT_LEAST],
    ['vote-outweighs-panel', call.publicWeightPercent > call.panelWeightPercent],
    // Then no group that asks for the most could be paid by the room, however many choose it.
    ['room-pot-under-award', call.roomPotMinor > 0 && call.roomPotMinor < call.awardMaxMinor],
    ['form-is-long', words > WORDS_ALTOGETHER_MAX],
    ['self-check-frightens', call.checkItems.some(({ statement }) => frighteningWords(statement).length > 0)],
  ];
  const odd = checks.filter(([, isOdd]) => isOdd).map(([warning]) => warning);
  return [...odd, ...planWarnings(call, call.dates, now)];
}

function isNeededOfAll(question: QuestionDraft): boolean {
  return question.required && question.onlyIf === null;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
