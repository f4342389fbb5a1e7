import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';

/** What a phase says that members of the panel may do and see. */
export type PhaseRules = {
  readonly allows: 'read' | 'score';
  /** Of the groups and of everybody in them. */
  readonly names: 'shown' | 'hidden';
  /** What other members wrote on their sheets. */
  readonly others: 'never' | 'after-mine' | 'always';
  /** Whose sheet is whose. */
  readonly reviewerNames: boolean;
  /** Only what was given to her, or all that is on the table. */
  readonly scope: 'assigned' | 'all';
  /** Sound and transcripts damp looks and accents. */
  readonly recordings: 'all' | 'sound' | 'transcript';
};

export type Phase = PhaseRules & {
  readonly id: Id;
  readonly name: string;
  readonly startsAt: Instant;
  /** The first moment that no longer belongs to it. */
  readonly endsAt: Instant;
};

/** What holds at one moment, in a phase or between two. */
export type ReviewRules = Omit<PhaseRules, 'allows'> & { readonly allows: 'nothing' | PhaseRules['allows'] };

/** Where nobody has made phases: read and score what is given out, and see the others once one's own is in. */
export const WITHOUT_PHASES: ReviewRules = {
  allows: 'score',
  names: 'shown',
  others: 'after-mine',
  reviewerNames: true,
  scope: 'assigned',
  recordings: 'all',
};

/** The one phase that is active at a moment: its first moment belongs to it, its last to the next. */
export function phaseAt(phases: readonly Phase[], now: Instant): Phase | null {
  return phases.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt) ?? null;
}

/**
 * What members may do and see now. Before the first phase nothing opens. Between two, and after the last, nobody
 * scores, and what can be seen stays as the phase before has left it: a gap shows no name that was hidden.
 */
export function reviewRulesAt(phases: readonly Phase[], now: Instant): ReviewRules {
  if (phases.length === 0) return WITHOUT_PHASES;
  const active = phaseAt(phases, now);
  if (active !== null) return strict(active);
  const before = phases.filter(({ endsAt }) => endsAt <= now).toSorted((one, other) => other.endsAt - one.endsAt)[0];
  if (before !== undefined) return { ...strict(before), allows: 'read' };
  const first = phases.toSorted((one, other) => one.startsAt - other.startsAt)[0];
  return { ...strict(first ?? { ...WITHOUT_PHASES, allows: 'read' }), allows: 'nothing' };
}

/** People say their names and show their faces: where names are hidden, recordings are read. */
function strict({ allows, names, others, reviewerNames, scope, recordings }: PhaseRules): ReviewRules {
  return {
    allows,
    names,
    others,
    reviewerNames,
    scope,
    recordings: names === 'hidden' ? 'transcript' : recordings,
  };
}
