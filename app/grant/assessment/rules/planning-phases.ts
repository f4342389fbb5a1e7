import type { Id } from '#app/kernel/id.ts';
import { DAY, type Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Phase } from './review-phases.ts';

export type PhaseDraft = Omit<Phase, 'id'>;

export type PhaseRefusal =
  | 'phase-unknown'
  | 'phase-over'
  | 'phase-begun'
  | 'phase-backwards'
  | 'phase-past'
  | 'phases-overlap'
  | 'names-are-spoken';

export const PHASE_NAME_MAX = 60;

/**
 * Whether a phase may be planned so, or changed. What has begun was promised to those who work in it: only its name and
 * its end still change. What is over is a record.
 *
 * @param phases   those of the call
 * @param phaseId  the one that is changed; null for a new one
 */
export function decidePhase(
  phases: readonly Phase[],
  phaseId: Id | null,
  draft: PhaseDraft,
  now: Instant,
): Outcome<'planned', PhaseRefusal> {
  const before = phases.find(({ id }) => id === phaseId) ?? null;
  if (phaseId !== null && before === null) return refused('phase-unknown');
  if (before !== null && before.endsAt <= now) return refused('phase-over');
  if (before !== null && before.startsAt <= now && !showsTheSame(before, draft)) return refused('phase-begun');
  if (draft.endsAt <= draft.startsAt) return refused('phase-backwards');
  if (draft.endsAt <= now || (before === null && draft.startsAt < now)) return refused('phase-past');
  if (draft.names === 'hidden' && draft.recordings !== 'transcript') return refused('names-are-spoken');
  const others = phases.filter(({ id }) => id !== phaseId);
  if (others.some((other) => other.startsAt < draft.endsAt && draft.startsAt < other.endsAt)) {
    return refused('phases-overlap');
  }
  return done('planned');
}

/** A phase that somebody may have worked in stays. */
export function decideRemovingPhase(phase: Phase | null, now: Instant): Outcome<'removed', PhaseRefusal> {
  if (phase === null) return refused('phase-unknown');
  if (phase.startsAt <= now) return refused('phase-begun');
  return done('removed');
}

function showsTheSame(before: Phase, draft: PhaseDraft): boolean {
  const kept = ['startsAt', 'allows', 'names', 'others', 'reviewerNames', 'scope', 'recordings'] as const;
  return kept.every((rule) => before[rule] === draft[rule]);
}

const FIRST_DAYS = 14;
const SECOND_DAYS = 7;

/**
 * What most panels do well with: two weeks to score alone without names, then a week to see who wrote what and how the
 * others scored.
 *
 * @param from   when the first may begin
 * @param names  what the two are called
 */
export function proposedPhases(
  from: Instant,
  names: readonly [alone: string, together: string],
): [PhaseDraft, PhaseDraft] {
  const between = from + FIRST_DAYS * DAY;
  return [
    {
      name: names[0],
      startsAt: from,
      endsAt: between,
      allows: 'score',
      names: 'hidden',
      others: 'never',
      reviewerNames: false,
      scope: 'assigned',
      recordings: 'transcript',
    },
    {
      name: names[1],
      startsAt: between,
      endsAt: between + SECOND_DAYS * DAY,
      allows: 'score',
      names: 'shown',
      others: 'after-mine',
      reviewerNames: true,
      scope: 'assigned',
      recordings: 'all',
    },
  ];
}
