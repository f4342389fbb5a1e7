import { compositionOf } from '#app/grant/assessment/rules/composition.ts';
import { exactMean, SCORE_MAX, SCORE_MIN, type Score } from '#app/grant/assessment/rules/panel-score.ts';
import { type Fraction, fraction, roundHalfUp, times } from '#app/kernel/fraction.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { hasReached, type PollState } from './poll-state.ts';
import type { Stage } from './stage.ts';

/** `sheets`: ended because too few judges could score, so that the sheets before the day count. */
export type JudgingState = 'not-opened' | 'open' | 'judges' | 'sheets';

/** By criterion; one that is not there is not answered yet. */
export type JudgeScores = Readonly<Record<Id, Score>>;

/** A pitch as far as judging goes: how many sheets on it count now. */
export type JudgedPitch = { readonly applicationId: Id; readonly isStanding: boolean; readonly judges: number };

export type OpenRefusal = 'no-judges-in-call' | 'judging-opened' | 'judging-before-freeze' | 'judging-after-reveal';

/** Judges begin once the running order can no longer change, and never after they could know what the room decided. */
export function decideOpening(facts: {
  readonly judgesMin: number;
  readonly state: JudgingState;
  readonly poll: PollState | null;
}): Outcome<'open', OpenRefusal> {
  if (facts.judgesMin === 0) return refused('no-judges-in-call');
  if (facts.state !== 'not-opened') return refused('judging-opened');
  if (facts.poll === null || !hasReached(facts.poll, 'frozen')) return refused('judging-before-freeze');
  return hasReached(facts.poll, 'revealed') ? refused('judging-after-reveal') : done('open');
}

export type EndRefusal = 'judging-not-open' | 'judges-missing' | 'judges-enough' | 'vote-not-closed';

/** Which pitches that still stand have fewer sheets that count than the call promised. */
export function lackingJudges<Pitch extends JudgedPitch>(pitches: readonly Pitch[], judgesMin: number): Pitch[] {
  return pitches.filter(({ isStanding, judges }) => isStanding && judges < judgesMin);
}

/**
 * Judges' scores count only where every pitch has enough of them. Where one has not, the sheets before the day can be
 * taken instead: for all pitches, and not before the vote is closed, so that nobody gives up on judges who may still score.
 */
export function decideEnding(
  facts: {
    readonly judgesMin: number;
    readonly state: JudgingState;
    readonly poll: PollState | null;
    readonly pitches: readonly JudgedPitch[];
  },
  as: 'judges' | 'sheets',
): Outcome<'judges' | 'sheets', EndRefusal> {
  if (facts.state !== 'open') return refused('judging-not-open');
  const isLacking = lackingJudges(facts.pitches, facts.judgesMin).length > 0;
  if (as === 'judges') return isLacking ? refused('judges-missing') : done(as);
  if (facts.poll === null || !hasReached(facts.poll, 'closed')) return refused('vote-not-closed');
  return isLacking ? done(as) : refused('judges-enough');
}

/** A pitch can be judged while it is on stage, after it, and wherever the judge has begun to. */
export function canBeJudged(
  stage: Pick<Stage, 'screen' | 'currentPitchId'>,
  order: readonly { readonly id: Id; readonly applicationId: Id }[],
  begun: ReadonlySet<Id>,
): ReadonlySet<Id> {
  const isAfterAll = stage.screen === 'vote' || stage.screen === 'closed';
  const last = isAfterAll ? order.length : order.findIndex(({ id }) => id === stage.currentPitchId) + 1;
  return new Set(
    order
      .filter(({ applicationId }, place) => place < last || begun.has(applicationId))
      .map((one) => one.applicationId),
  );
}

export type JudgeRefusal =
  | 'judging-not-open'
  | 'tied-to-pitch'
  | 'not-declared'
  | 'not-on-stage'
  | 'unknown-criterion'
  | 'score-off-scale'
  | 'changed-elsewhere';

/**
 * Whether what a judge sent is kept. A save whose answer got lost is sent again: it finds its own scores and is content.
 *
 * @param seen  the revision she had before her; without it the newest scores win
 */
export function decideJudging(
  facts: {
    readonly state: JudgingState;
    readonly standing: 'free' | 'tied' | 'undeclared';
    readonly canBeJudged: boolean;
    readonly criterionIds: readonly Id[];
    readonly written: JudgeScores;
    readonly revision: number;
  },
  scores: JudgeScores,
  seen?: number,
): Outcome<'saved' | 'same', JudgeRefusal> {
  if (facts.state !== 'open') return refused('judging-not-open');
  if (facts.standing === 'tied') return refused('tied-to-pitch');
  if (facts.standing === 'undeclared') return refused('not-declared');
  if (!facts.canBeJudged) return refused('not-on-stage');
  if (Object.keys(scores).some((id) => !facts.criterionIds.includes(id))) return refused('unknown-criterion');
  if (!Object.values(scores).every(isScore)) return refused('score-off-scale');
  const isSame = facts.criterionIds.every((id) => facts.written[id] === scores[id]);
  if (isSame && facts.revision > 0) return done('same');
  return seen !== undefined && seen !== facts.revision ? refused('changed-elsewhere') : done('saved');
}

function isScore(score: Score): boolean {
  return score === null || (Number.isInteger(score) && score >= SCORE_MIN && score <= SCORE_MAX);
}

/** A sheet is handed in once every criterion has an answer; "I cannot judge this" is one. */
export function isHandedIn(criterionIds: readonly Id[], scores: JudgeScores): boolean {
  return criterionIds.every((id) => scores[id] !== undefined);
}

/** A sheet counts once it is handed in and judges at least one criterion. */
export function counts(criterionIds: readonly Id[], scores: JudgeScores): boolean {
  return isHandedIn(criterionIds, scores) && Object.values(scores).some((score) => score !== null);
}

export type Judged = {
  /** Exact, on the scale of the panel; null where nobody could judge it. */
  readonly mean: Fraction | null;
  /** The same in thousandths, halves rounded up, to be read. */
  readonly meanMilli: number | null;
  readonly judges: number;
};

/** What judges as a whole say of one pitch, from the sheets that count; as on the panel's sheets, gaps stay out of means. */
export function judgedTogether(
  criteria: readonly { readonly id: Id; readonly weightPercent: number }[],
  sheets: readonly JudgeScores[],
): Judged {
  const ids = criteria.map(({ id }) => id);
  const counted = sheets.filter((scores) => counts(ids, scores));
  const mean = exactMean(
    counted.map((scores) =>
      criteria.map(({ id, weightPercent }) => ({ weight: weightPercent, score: scores[id] ?? null })),
    ),
  );
  const meanMilli = mean === null ? null : Number(roundHalfUp(times(mean, fraction(1_000))));
  return { mean, meanMilli, judges: counted.length };
}

/** Who judged, in numbers: whoever has a sheet that counts. */
export function judgesInNumbers(
  judges: readonly { readonly kind: Parameters<typeof compositionOf>[0][number]['kind'] }[],
  shareMinPercent: number,
) {
  return compositionOf(
    judges.map(({ kind }) => ({ kind, state: 'accepted' as const })),
    shareMinPercent,
  );
}
