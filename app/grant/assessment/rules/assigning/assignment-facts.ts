import type { Id } from '#app/kernel/id.ts';

/** An application that waits for reviews. */
export type ToReview = {
  readonly id: Id;
  /** What reading and watching it takes. */
  readonly minutes: number;
  /** Whoever reads one of them can review it: the language it is in, and those it was translated into. */
  readonly languages: readonly string[];
};

/** A member who can be given work. */
export type Reviewer = {
  readonly id: Id;
  readonly isParticipant: boolean;
  readonly reads: readonly string[];
  /** How much work they can be given, all they have already included: what they agreed to, and what the days allow. */
  readonly minutesMax: number;
  /** How much they agreed to altogether: the same, or more, where the days that are left allow no more. */
  readonly minutesAgreed: number;
  /** How much more they give than others do, where a practice round or an earlier panel has told; else 0. */
  readonly severity: number;
};

export type Pair = { readonly applicationId: Id; readonly memberId: Id };

export type AssignmentFacts = {
  readonly applications: readonly ToReview[];
  readonly members: readonly Reviewer[];
  /** How many reviews each application gets. */
  readonly reviews: number;
  /** Whole percent of the reviews of each application. */
  readonly participantShareMin: number;
  /** Ties that were declared or found, whatever their level. */
  readonly barred: readonly Pair[];
  /** What was given out before: it stays with whom it is, begun or not, unless a tie has come to light since. */
  readonly kept: readonly Pair[];
};
