import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Minor, sumMinor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

export type OutcomeName = 'awarded' | 'reserve' | 'declined';

/** What the rule needs to know of a shortlisted application, best first. */
export type RankedEntry = {
  readonly applicationId: Id;
  readonly askedMinor: Minor;
  readonly hasSupport: boolean;
  /** The room paid for it from its part of the pot. */
  readonly byRoom?: boolean;
};

export type Pot = { readonly potMinor: Minor; readonly awardsPlanned: number };

export type Proposal = {
  readonly applicationId: Id;
  readonly outcome: OutcomeName;
  /** Null unless awarded. */
  readonly amountMinor: Minor | null;
};

/**
 * Proposes from the top down: awards of what was asked while places and money last, then the reserve list.
 *
 * The first application that no longer fits ends the awards: a smaller one further down does not overtake it.
 * Whoever lacks the minimum support is declined. Whom the room paid for is awarded, whatever was planned: they come first,
 * and the room's part of the pot was enough for them.
 *
 * @param ranked  best first
 */
export function proposeAwards(ranked: readonly RankedEntry[], pot: Pot): Proposal[] {
  let left = pot.potMinor;
  let places = pot.awardsPlanned;
  return ranked.map(({ applicationId, askedMinor, hasSupport, byRoom = false }) => {
    if (!hasSupport) return { applicationId, outcome: 'declined', amountMinor: null };
    if (!byRoom && (places === 0 || askedMinor > left)) {
      places = 0;
      return { applicationId, outcome: 'reserve', amountMinor: null };
    }
    left -= askedMinor;
    places = Math.max(0, places - 1);
    return { applicationId, outcome: 'awarded', amountMinor: askedMinor };
  });
}

/** What the manager chose for one application. */
export type Choice = Proposal & {
  /** What the group is told. */
  readonly reason: string;
  /** "You were near": an encouragement to come back. */
  readonly nearly: boolean;
  /** It does not fit a rule of the call: that is no question of points. */
  readonly ineligible?: boolean;
};

/** What the manager decides: exactly one choice for every application under review. */
export type AwardsChosen = {
  readonly choices: readonly Choice[];
  /** Why the decision departs from the published rule, for everybody to read; empty when it does not. */
  readonly publicReason: string;
  /** Until when groups on the reserve list are kept waiting at most; null where nobody is. */
  readonly reserveUntil: Instant | null;
};

export const REASON_MAX = 600;

export type ProblemName =
  | 'amount-missing'
  | 'amount-above-asked'
  | 'reason-missing'
  | 'reason-too-long'
  | 'not-shortlisted';
export type Problem = { readonly applicationId: Id; readonly problem: ProblemName };

/** How a decision differs from what the published rule says; each needs a reason in public. */
export type Departure =
  | { readonly kind: 'passed-over' | 'without-support' | 'room-paid-less'; readonly applicationId: Id }
  | { readonly kind: 'more-than-planned'; readonly applicationId: null };

export type Weighing = {
  readonly awards: number;
  readonly sumMinor: Minor;
  readonly problems: readonly Problem[];
  readonly departures: readonly Departure[];
};

/**
 * Holds the manager's choices against the rule: what is missing, and where they differ from its order.
 *
 * @param ranked     shortlisted, best first
 * @param otherIds   under review, but not shortlisted
 * @param choices    exactly one for each of both
 */
export function weighChoices(
  ranked: readonly RankedEntry[],
  otherIds: readonly Id[],
  pot: Pot,
  choices: readonly Choice[],
): Weighing {
  const byId = new Map(choices.map((choice) => [choice.applicationId, choice]));
  const amounts = choices.flatMap((choice) => (choice.outcome === 'awarded' ? [choice.amountMinor ?? 0] : []));
  const asked = new Map(ranked.map((entry) => [entry.applicationId, entry.askedMinor]));
  return {
    awards: amounts.length,
    sumMinor: sumMinor(amounts),
    problems: [...asked.keys(), ...otherIds].flatMap((applicationId) => {
      const problem = problemOf(byId.get(applicationId), asked.get(applicationId) ?? null);
      return problem === null ? [] : [{ applicationId, problem }];
    }),
    departures: [
      ...departuresFromOrder(ranked, pot, byId),
      ...lessThanRoomPaid(ranked, byId),
      ...(amounts.length > mostPlanned(ranked, pot)
        ? [{ kind: 'more-than-planned' as const, applicationId: null }]
        : []),
    ],
  };
}

/** What was planned, or more where the room paid for more: whoever follows the rule departs from nothing. */
function mostPlanned(ranked: readonly RankedEntry[], pot: Pot): number {
  const proposed = proposeAwards(ranked, pot).filter(({ outcome }) => outcome === 'awarded').length;
  return Math.max(pot.awardsPlanned, proposed);
}

/** @param askedMinor  null for an application that was not shortlisted */
function problemOf(choice: Choice | undefined, askedMinor: Minor | null): ProblemName | null {
  if (choice === undefined) return 'reason-missing';
  if (choice.outcome !== 'declined' && askedMinor === null) return 'not-shortlisted';
  if (choice.outcome === 'awarded') {
    if (choice.amountMinor === null || choice.amountMinor <= 0) return 'amount-missing';
    return choice.amountMinor > (askedMinor ?? 0) ? 'amount-above-asked' : null;
  }
  if (choice.reason.trim().length > REASON_MAX) return 'reason-too-long';
  return choice.outcome === 'declined' && choice.reason.trim() === '' ? 'reason-missing' : null;
}

const STANDING: Readonly<Record<OutcomeName, number>> = { awarded: 0, reserve: 1, declined: 2 };

function departuresFromOrder(ranked: readonly RankedEntry[], pot: Pot, byId: ReadonlyMap<Id, Choice>): Departure[] {
  const proposed = new Map(proposeAwards(ranked, pot).map((entry) => [entry.applicationId, entry.outcome]));
  let bestBelow = STANDING.declined;
  const departures: Departure[] = [];
  for (const { applicationId, hasSupport } of ranked.toReversed()) {
    const standing = STANDING[byId.get(applicationId)?.outcome ?? 'declined'];
    const wasToBeAwarded = proposed.get(applicationId) === 'awarded';
    if (hasSupport && (standing > bestBelow || (wasToBeAwarded && standing > STANDING.awarded)))
      departures.unshift({ kind: 'passed-over', applicationId });
    if (!hasSupport && standing < STANDING.declined) departures.unshift({ kind: 'without-support', applicationId });
    bestBelow = Math.min(bestBelow, standing);
  }
  return departures;
}

/** The voters paid for all that was asked: what a manager keeps back of it was theirs to give. */
function lessThanRoomPaid(ranked: readonly RankedEntry[], byId: ReadonlyMap<Id, Choice>): Departure[] {
  return ranked.flatMap(({ applicationId, askedMinor, byRoom = false }) => {
    const choice = byId.get(applicationId);
    // Whoever typed no amount yet is told so instead.
    const isLess = choice?.outcome === 'awarded' && choice.amountMinor !== null && choice.amountMinor < askedMinor;
    return byRoom && isLess ? [{ kind: 'room-paid-less' as const, applicationId }] : [];
  });
}

export type DecisionRefusal =
  | Exclude<Readiness, 'ready'>
  | 'unknown-application'
  | 'choices-incomplete'
  | 'pot-exceeded'
  | 'public-reason-missing'
  | 'reserve-date-missing'
  | 'reserve-date-past';

/** What must have happened before anybody decides. */
export type Readiness =
  | 'shortlist-not-decided'
  | 'vote-not-revealed'
  | 'judging-not-closed'
  /** Points are equal, and what draws the lot between them was not thrown. */
  | 'throw-missing'
  | 'already-decided'
  | 'ready';

/** The stages before this one, in the order in which they end; a shortlist is decided only after the panel has closed. */
export function readinessOf(facts: {
  readonly isDecided: boolean;
  readonly isShortlistDecided: boolean;
  readonly hasPitchDay: boolean;
  readonly isVoteRevealed: boolean;
  /** Judges score on the day, and have not ended. */
  readonly isJudging: boolean;
}): Readiness {
  if (facts.isDecided) return 'already-decided';
  if (!facts.isShortlistDecided) return 'shortlist-not-decided';
  if (facts.hasPitchDay && !facts.isVoteRevealed) return 'vote-not-revealed';
  if (facts.isJudging) return 'judging-not-closed';
  return 'ready';
}

/**
 * The manager may change amounts freely within the pot, but for what the room paid; that and a change of the order need a
 * reason in public, and whoever waits on the reserve list is told until when.
 */
export function decideOutcomes(
  weighing: Weighing,
  pot: Pot,
  chosen: AwardsChosen,
  now: Instant,
): Outcome<'decided', DecisionRefusal> {
  if (weighing.problems.length > 0) return refused('choices-incomplete');
  if (weighing.sumMinor > pot.potMinor) return refused('pot-exceeded');
  if (weighing.departures.length > 0 && chosen.publicReason.trim() === '') return refused('public-reason-missing');
  if (!chosen.choices.some((choice) => choice.outcome === 'reserve')) return done('decided');
  if (chosen.reserveUntil === null) return refused('reserve-date-missing');
  if (chosen.reserveUntil <= now) return refused('reserve-date-past');
  return done('decided');
}
