import { bySmallerId, type TieBreak } from '#app/kernel/lots.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { BallotBody } from './ballot-body.ts';
import type { Level } from './level.ts';
import { isRankedRule, type Manifest, type PollOption } from './manifest.ts';
import { fillSeats } from './room-seats.ts';
import { shareOut } from './room-shares.ts';

export type Approvals = { readonly id: string; readonly approvals: number };

/** Options that the rule finds equal; decisive when who wins may depend on their order. */
export type Tie = { readonly ids: readonly string[]; readonly decisive: boolean };

export type Count = {
  readonly ballots: number;
  readonly blank: number;
  /** In the manifest's order. */
  readonly approvals: readonly Approvals[];
};

export type Tally = Count & {
  /** Most approvals first, ties broken. */
  readonly order: readonly string[];
  /** In the order of winning; null while a decisive tie waits for its randomness. */
  readonly winners: readonly string[] | null;
  readonly cost: Minor;
  readonly ties: readonly Tie[];
};

export type PollResult = {
  readonly counted: Tally;
  /** Levels that do not decide, each for itself, never added up. */
  readonly apart: readonly (Count & { readonly level: Level })[];
};

export type TallyRules = Pick<Manifest, 'options' | 'rule' | 'seats' | 'budgetMinor' | 'incrementMinor'>;

/**
 * Counts a poll as its manifest promises.
 *
 * @param bodies    every valid ballot, of all levels
 * @param tieBreak  null while the public randomness is not known
 */
export function countPoll(manifest: Manifest, bodies: readonly BallotBody[], tieBreak: TieBreak | null): PollResult {
  const choicesOf = (levels: readonly Level[]) =>
    bodies.filter((body) => levels.includes(body.level)).map((body) => body.choices);
  const apart = manifest.levels.filter((level) => !manifest.countedLevels.includes(level));
  return {
    counted: tally(manifest, choicesOf(manifest.countedLevels), tieBreak),
    apart: apart.map((level) => ({ level, ...countApprovals(manifest.options, choicesOf([level])) })),
  };
}

/**
 * Counts the ballots and finds the winners. `approvals` are the ballots that name an option, in whatever place.
 *
 * `approval`: the `seats` options with most approvals; an option nobody chose takes no seat.
 * `greedy_cost`: through the options by approvals, each funded if it costs at most the money left, skipped
 * otherwise; options nobody chose come last and are funded too if they fit.
 * `mes_cost_add1`, `scottish_stv`: `room-shares.ts` and `room-seats.ts`.
 *
 * @param ballots   positions in `options`, from 1, without repeats; best first where the rule ranks
 * @param tieBreak  null when not known: then winners are null if a tie decides, and harmless ties go by id
 * @source          greedy utilitarian rule: Talmon & Faliszewski, A Framework for Approval-Based Budgeting (2019)
 */
export function tally(rules: TallyRules, ballots: readonly (readonly number[])[], tieBreak: TieBreak | null): Tally {
  const count = countApprovals(rules.options, ballots);
  const approvalsOf = new Map(count.approvals.map(({ id, approvals }) => [id, approvals]));
  const breakTie = tieBreak ?? bySmallerId;
  const ranked = rules.options.toSorted(
    (one, other) => (approvalsOf.get(other.id) ?? 0) - (approvalsOf.get(one.id) ?? 0) || breakTie(one.id, other.id),
  );
  const groups = groupsOfEqual(ranked, (option) => approvalsOf.get(option.id) ?? 0);
  const { winners, ties } = choose(rules, groups, ballots, breakTie);
  const undecided = tieBreak === null && ties.some((tie) => tie.decisive);
  return {
    ...count,
    order: ranked.map((option) => option.id),
    winners: undecided ? null : winners.map((option) => option.id),
    cost: undecided ? 0 : winners.reduce((sum, option) => sum + option.costMinor, 0),
    ties,
  };
}

function choose(
  rules: TallyRules,
  groups: readonly Group[],
  ballots: readonly (readonly number[])[],
  breakTie: TieBreak,
): Chosen {
  if (rules.rule === 'approval') return seat(groups, rules.seats ?? 0);
  if (rules.rule === 'greedy_cost') return fund(groups, rules.budgetMinor ?? 0);
  const { winners, ties } = isRankedRule(rules.rule)
    ? fillSeats(rules, ballots, breakTie)
    : shareOut(rules, ballots, breakTie);
  const byId = new Map(rules.options.map((option) => [option.id, option]));
  return {
    winners: winners.flatMap((id) => byId.get(id) ?? []),
    // Who goes first changes what everybody has left, or whose votes go on: that no order would change the end is not tried.
    ties: ties.map((ids) => ({ ids, decisive: true })),
  };
}

type Group = { readonly approvals: number; readonly members: readonly PollOption[] };
type Chosen = { readonly winners: readonly PollOption[]; readonly ties: readonly Tie[] };

function countApprovals(options: readonly PollOption[], ballots: readonly (readonly number[])[]): Count {
  const totals = new Array<number>(options.length).fill(0);
  for (const choices of ballots) for (const choice of choices) totals[choice - 1] = (totals[choice - 1] ?? 0) + 1;
  return {
    ballots: ballots.length,
    blank: ballots.filter((choices) => choices.length === 0).length,
    approvals: options.map((option, index) => ({ id: option.id, approvals: totals[index] ?? 0 })),
  };
}

function groupsOfEqual(ranked: readonly PollOption[], approvalsOf: (option: PollOption) => number): Group[] {
  const groups = Map.groupBy(ranked, approvalsOf);
  return [...groups].map(([approvals, members]) => ({ approvals, members }));
}

function seat(groups: readonly Group[], seats: number): Chosen {
  const winners: PollOption[] = [];
  const ties: Tie[] = [];
  for (const { approvals, members } of groups) {
    const left = seats - winners.length;
    const seated = approvals === 0 ? 0 : Math.min(left, members.length);
    if (members.length > 1)
      ties.push({ ids: members.map(({ id }) => id), decisive: seated > 0 && seated < members.length });
    winners.push(...members.slice(0, seated));
  }
  return { winners, ties };
}

function fund(groups: readonly Group[], budget: Minor): Chosen {
  const winners: PollOption[] = [];
  const ties: Tie[] = [];
  let left = budget;
  for (const { members } of groups) {
    // Whoever does not fit alone is out in any order; if the others fit together, no order changes anything.
    const fitting = members.filter((option) => option.costMinor <= left);
    const together = fitting.reduce((sum, option) => sum + option.costMinor, 0);
    if (members.length > 1) ties.push({ ids: members.map(({ id }) => id), decisive: together > left });
    for (const option of fitting) {
      if (option.costMinor > left) continue;
      left -= option.costMinor;
      winners.push(option);
    }
  }
  return { winners, ties };
}

/** Best first, to be shown: by approvals, but whom ranked ballots elected comes first, in the order of election. */
export function orderShown(
  rule: Manifest['rule'],
  { order, winners }: Pick<Tally, 'order' | 'winners'>,
): readonly string[] {
  if (!isRankedRule(rule) || winners === null) return order;
  return [...winners, ...order.filter((id) => !winners.includes(id))];
}
