import { type Fraction, fraction, ZERO } from '#app/kernel/fraction.ts';
import type { TieBreak } from '#app/kernel/lots.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type Completion, countEqualShares, type EqualSharesCount } from './equal-shares/count-equal-shares.ts';
import { countGreedy, type GreedyCount, type GreedyOrder } from './greedy.ts';
import { countIrv, type IrvCount } from './irv.ts';
import { countMostVotes, type VotesCount } from './most-votes.ts';
import { type BallotKind, ballotsIn, type Profile } from './profile.ts';
import { countScottishStv, type StvCount } from './scottish-stv.ts';
import { type Support, totalsOf } from './totals.ts';

/** How a rule counts, under the names that published reference results use. */
const RULES = {
  plurality: { counts: 'votes', fits: ['choose-one', 'ranking'] },
  approval: { counts: 'votes', fits: ['approval', 'choose-one'] },
  score: { counts: 'votes', fits: ['points'] },
  points: { counts: 'votes', fits: ['points', 'ranking', 'choose-one'] },
  irv: { counts: 'irv', fits: ['ranking'] },
  scottish_stv: { counts: 'stv', fits: ['ranking'] },
  greedy_cost: { counts: 'greedy', fits: ['approval', 'choose-one'], support: 'approvals', by: 'support' },
  greedy_votes_per_cost: {
    counts: 'greedy',
    fits: ['approval', 'choose-one'],
    support: 'approvals',
    by: 'support-per-cost',
  },
  greedy_points: { counts: 'greedy', fits: ['points', 'ranking', 'choose-one'], support: 'points', by: 'support' },
  greedy_points_per_cost: {
    counts: 'greedy',
    fits: ['points', 'ranking', 'choose-one'],
    support: 'points',
    by: 'support-per-cost',
  },
  mes_cost: sharesBy('approvals', 'none', false),
  mes_cost_add1: sharesBy('approvals', 'add1', false),
  mes_cost_add1_utilitarian: sharesBy('approvals', 'add1', true),
  mes_cost_add1e: sharesBy('approvals', 'add1e', false),
  mes_cost_add1e_utilitarian: sharesBy('approvals', 'add1e', true),
  mes_points: sharesBy('points', 'none', false),
  mes_points_add1: sharesBy('points', 'add1', false),
} as const satisfies Record<string, RuleTerms>;

type RuleTerms = { readonly fits: readonly BallotKind[] } & (
  | { readonly counts: 'votes' }
  | { readonly counts: 'irv' }
  | { readonly counts: 'stv' }
  | { readonly counts: 'greedy'; readonly support: Support; readonly by: GreedyOrder }
  | {
      readonly counts: 'shares';
      readonly support: Support;
      readonly completion: Completion;
      readonly isUtilitarian: boolean;
    }
);

function sharesBy(support: Support, completion: Completion, isUtilitarian: boolean): RuleTerms {
  const fits: readonly BallotKind[] =
    support === 'approvals' ? ['approval', 'choose-one'] : ['points', 'ranking', 'choose-one'];
  return { counts: 'shares', fits, support, completion, isUtilitarian };
}

export type CountingRuleName = keyof typeof RULES;

export const COUNTING_RULES = Object.keys(RULES) as CountingRuleName[];

export type CountOptions = {
  /** Null for what the ballots say, or one. */
  readonly seats: number | null;
  /** Of equal shares; null for one unit of the currency. */
  readonly increment: Fraction | null;
  readonly start: 'share' | 'whole';
  /** Whether equal shares goes on greedily; null for what the rule's name says. */
  readonly isUtilitarian: boolean | null;
  readonly tieBreak: TieBreak;
};

export type Counted =
  | { readonly counts: 'votes'; readonly count: VotesCount }
  | { readonly counts: 'irv'; readonly count: IrvCount }
  | { readonly counts: 'stv'; readonly count: StvCount }
  | { readonly counts: 'greedy'; readonly support: Support; readonly by: GreedyOrder; readonly count: GreedyCount }
  | { readonly counts: 'shares'; readonly support: Support; readonly count: EqualSharesCount };

export type CountRefusal = 'other-ballots' | 'no-budget' | 'no-ballots' | 'one-seat-only' | 'too-many-seats';

/** What ballots a rule can count. */
export function ballotsFor(rule: CountingRuleName): readonly BallotKind[] {
  return RULES[rule].fits;
}

/** Counts a vote by the rule of that name; the first refusal wins. */
export function countBy(
  rule: CountingRuleName,
  profile: Profile,
  options: CountOptions,
): Outcome<Counted, CountRefusal> {
  const terms: RuleTerms = RULES[rule];
  const seats = options.seats ?? (terms.counts === 'irv' ? 1 : (profile.seats ?? 1));
  if (!terms.fits.includes(profile.kind)) return refused('other-ballots');
  if (ballotsIn(profile) === 0) return refused('no-ballots');
  if (seats > profile.options.length) return refused('too-many-seats');
  const { tieBreak } = options;
  if (terms.counts === 'votes')
    return done({ counts: 'votes', count: countMostVotes(profile, votesBy(rule, profile), seats, tieBreak) });
  if (terms.counts === 'irv') {
    if (seats !== 1) return refused('one-seat-only');
    return done({ counts: 'irv', count: countIrv(profile, tieBreak) });
  }
  if (terms.counts === 'stv') return done({ counts: 'stv', count: countScottishStv(profile, seats, tieBreak) });
  if (profile.budget === null || profile.options.some(({ cost }) => cost === null)) return refused('no-budget');
  const { support } = terms;
  if (terms.counts === 'greedy') {
    const totals = totalsOf(profile, support);
    const count = countGreedy(profile, totals, terms.by, profile.budget ?? ZERO, tieBreak);
    return done({ counts: 'greedy', support, by: terms.by, count });
  }
  const shares = {
    support,
    completion: terms.completion,
    isUtilitarian: options.isUtilitarian ?? terms.isUtilitarian,
    increment: options.increment ?? fraction(1),
    start: options.start,
  };
  return done({ counts: 'shares', support, count: countEqualShares(profile, shares, tieBreak) });
}

function votesBy(rule: CountingRuleName, profile: Profile): number[] {
  if (rule === 'score' || rule === 'points') return totalsOf(profile, 'points');
  if (rule === 'approval') return totalsOf(profile, 'approvals');
  const firsts = profile.ballots.map((ballot) => ({ ...ballot, choices: ballot.choices.slice(0, 1), points: null }));
  return totalsOf({ ...profile, ballots: firsts }, 'approvals');
}
