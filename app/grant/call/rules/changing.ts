import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { CallDate } from './plan.ts';
import type { PublishedFacts } from './publication.ts';
import type { QuestionDraft } from './questions.ts';

type Question = QuestionDraft & { readonly id: Id };

/** A call as it is published, or as it would be: what was published before has the same ids in both. */
export type ChangingCall = Omit<PublishedFacts, 'partnerName' | 'questions' | 'dates'> & {
  readonly questions: readonly Question[];
  readonly dates: readonly CallDate[];
};

/** What has happened since it was published. */
export type SincePublished = {
  /** Applications that somebody has begun, sent ones too. */
  readonly begun: number;
  /** Somebody has begun to read: nothing enters any more. */
  readonly isStopped: boolean;
};

export type ChangeRefusal =
  | 'strand-fixed'
  | 'slug-fixed'
  | 'currency-fixed'
  | 'time-zone-fixed'
  | 'pot-smaller'
  | 'award-max-smaller'
  | 'award-max-after-closing'
  | 'awards-fewer'
  | 'theme-removed'
  | 'video-taken-away'
  | 'video-shorter'
  | 'participant-share-fixed'
  | 'vote-formula-fixed'
  | 'tie-rule-fixed'
  | 'invitation-fixed'
  | 'criteria-fixed'
  | 'opening-passed'
  | 'opening-in-the-past'
  | 'closing-earlier'
  | 'closing-in-the-past'
  | 'closing-after-the-stop'
  | 'question-removed'
  | 'question-reworded'
  | 'question-kind-fixed'
  | 'question-need-fixed'
  | 'question-condition-fixed'
  | 'question-words-fewer'
  | 'question-video-taken-away'
  | 'question-voice-taken-away'
  | 'question-option-removed'
  | 'needed-question-added'
  | 'question-after-closing'
  | 'past-date-changed'
  | 'date-in-the-past';

export type RefusedChange = {
  readonly refusal: ChangeRefusal;
  /** The question, theme or criterion it is about, as people read it; null for the call as a whole. */
  readonly about: string | null;
};

/**
 * Every way in which a change would break the word that was given when the call was published; empty when it may be
 * published. What decides who gets money never moves; what applicants may do only ever grows.
 *
 * @param before  as it is published now
 * @param after   as it would be
 */
export function changesAllowed(
  before: ChangingCall,
  after: ChangingCall,
  since: SincePublished,
  now: Instant,
): RefusedChange[] {
  return [
    ...refusedFacts(before, after, now),
    ...refusedWindow(before, after, since, now),
    ...refusedQuestions(before, after, now),
    ...refusedDates(before, after, now),
  ];
}

function refusedFacts(before: ChangingCall, after: ChangingCall, now: Instant): RefusedChange[] {
  const moved = (...names: readonly (keyof ChangingCall)[]) => names.some((name) => before[name] !== after[name]);
  const checks: readonly (readonly [ChangeRefusal, boolean])[] = [
    ['strand-fixed', moved('strand')],
    ['slug-fixed', moved('slug')],
    ['currency-fixed', moved('currency')],
    ['time-zone-fixed', moved('timeZone')],
    ['pot-smaller', after.potMinor < before.potMinor],
    ['award-max-smaller', after.awardMaxMinor < before.awardMaxMinor],
    // Who has sent an application could no longer ask for more.
    ['award-max-after-closing', after.awardMaxMinor > before.awardMaxMinor && before.closesAt <= now],
    ['awards-fewer', after.awardsPlanned < before.awardsPlanned],
    ['video-taken-away', before.videoAllowed && !after.videoAllowed],
    ['video-shorter', after.videoSecondsMax < before.videoSecondsMax],
    ['participant-share-fixed', moved('participantShareMinPercent')],
    [
      'vote-formula-fixed',
      moved(
        'hasPitchDay',
        'panelWeightPercent',
        'publicWeightPercent',
        'minimumSupportPercent',
        'choicesMax',
        'choicesRanked',
        'roomPotMinor',
        'judgesMin',
      ),
    ],
    ['tie-rule-fixed', moved('tieRule')],
    ['invitation-fixed', moved('invitationOnly')],
    ['criteria-fixed', criteriaOf(before) !== criteriaOf(after)],
  ];
  return [
    ...checks.filter(([, isRefused]) => isRefused).map(([refusal]) => ({ refusal, about: null })),
    ...before.themes
      .filter((theme) => !after.themes.includes(theme))
      .map((theme) => ({ refusal: 'theme-removed', about: theme }) as const),
  ];
}

/** As one text: what the panel scores is compared to the last letter. */
function criteriaOf({ criteria }: ChangingCall): string {
  return JSON.stringify(
    criteria.map(({ name, question, weightPercent, anchors }) => [
      name,
      question,
      weightPercent,
      anchors.map(({ score, words }) => [score, words]),
    ]),
  );
}

function refusedWindow(
  before: ChangingCall,
  after: ChangingCall,
  since: SincePublished,
  now: Instant,
): RefusedChange[] {
  const opensMoved = after.opensAt !== before.opensAt;
  const closesMoved = after.closesAt !== before.closesAt;
  const checks: readonly (readonly [ChangeRefusal, boolean])[] = [
    ['opening-passed', opensMoved && before.opensAt <= now],
    ['opening-in-the-past', opensMoved && before.opensAt > now && after.opensAt < now],
    ['closing-earlier', after.closesAt < before.closesAt && since.begun > 0],
    ['closing-in-the-past', closesMoved && after.closesAt <= now],
    ['closing-after-the-stop', closesMoved && since.isStopped],
  ];
  return checks.filter(([, isRefused]) => isRefused).map(([refusal]) => ({ refusal, about: null }));
}

function refusedQuestions(before: ChangingCall, after: ChangingCall, now: Instant): RefusedChange[] {
  const kept = before.questions.flatMap((question) => {
    const then = after.questions.find(({ id }) => id === question.id);
    if (then === undefined) return [{ refusal: 'question-removed', about: question.label } as const];
    return refusedOf(question, then).map((refusal) => ({ refusal, about: question.label }));
  });
  const known = new Set(before.questions.map(({ id }) => id));
  const added = after.questions
    .filter(({ id }) => !known.has(id))
    .flatMap(({ label, required }): RefusedChange[] => [
      ...(required ? [{ refusal: 'needed-question-added', about: label } as const] : []),
      ...(after.closesAt <= now ? [{ refusal: 'question-after-closing', about: label } as const] : []),
    ]);
  return [...kept, ...added];
}

function refusedOf(before: Question, after: Question): ChangeRefusal[] {
  const checks: readonly (readonly [ChangeRefusal, boolean])[] = [
    ['question-reworded', after.label !== before.label],
    ['question-kind-fixed', after.kind !== before.kind],
    ['question-need-fixed', after.required !== before.required],
    ['question-condition-fixed', conditionOf(after) !== conditionOf(before)],
    ['question-words-fewer', after.wordsMax < before.wordsMax],
    ['question-video-taken-away', before.byVideo && !after.byVideo],
    ['question-voice-taken-away', before.byVoice && !after.byVoice],
    ['question-option-removed', before.options.some((option) => !after.options.includes(option))],
  ];
  return checks.filter(([, isRefused]) => isRefused).map(([refusal]) => refusal);
}

function conditionOf({ onlyIf }: Question): string {
  return onlyIf === null ? '' : JSON.stringify([onlyIf.questionId, onlyIf.anyOf]);
}

/** A date that has passed happened: it stays as it was, and nothing is put beside it. */
function refusedDates(before: ChangingCall, after: ChangingCall, now: Instant): RefusedChange[] {
  const isSame = (one: CallDate, other: CallDate) =>
    one.kind === other.kind &&
    one.startsAt === other.startsAt &&
    one.endsAt === other.endsAt &&
    one.place === other.place;
  const isIn = (dates: readonly CallDate[], date: CallDate) => dates.some((other) => isSame(date, other));
  const lost = before.dates.some((date) => date.startsAt <= now && !isIn(after.dates, date));
  const written = after.dates.some((date) => date.startsAt <= now && !isIn(before.dates, date));
  return [
    ...(lost ? [{ refusal: 'past-date-changed', about: null } as const] : []),
    ...(written ? [{ refusal: 'date-in-the-past', about: null } as const] : []),
  ];
}
