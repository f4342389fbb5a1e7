import type { GreedyCount, GreedyOrder, GreedyStep } from '#app/grant/pitch-day/rules/counting/greedy.ts';
import type { Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { compare, type Fraction, fraction, ZERO } from '#app/kernel/fraction.ts';
import { costOf, counted, type Name, plain } from './numbers-in-words.ts';

/**
 * What was funded in its turn and why, then every turn.
 *
 * @param unit  what support is counted in, in the singular: `approval`
 * @param rule  who goes first among equals, as a clause
 */
export function greedyLines(
  { steps, ties }: GreedyCount,
  by: GreedyOrder,
  profile: Profile,
  unit: string,
  rule: string,
  name: Name,
): string[] {
  const funded = new Set(steps.filter(({ isFunded }) => isFunded).map(({ option }) => option));
  const winners = steps.flatMap((step, at) => {
    if (!step.isFunded) return [];
    const { option, left } = step;
    const perCost = by === 'support-per-cost' ? `, ${forEach(step, profile, unit)}` : '';
    const place = `number ${at + 1} by ${by === 'support' ? 'support' : 'support for its cost'}`;
    const equals = ties.find((tied) => tied.includes(option)) ?? [];
    const losers = equals.filter((other) => !funded.has(other));
    const because = losers.length === 0 ? '' : ` Equal to it, and not funded: ${losers.map(name).join('; ')}; ${rule}.`;
    return [
      `${name(option)} is funded: ${place} with ${support(step, profile, unit)}${perCost}; it costs ${plain(costOf(option, profile))} of the ${plain(left)} left.${because}`,
    ];
  });
  return [
    ...(winners.length === 0 ? ['Nothing fits into the budget.'] : winners),
    '',
    'In order:',
    ...steps.map((step, at) => `${at + 1}.\t${stepSentence(step, profile, unit, name)}`),
  ];
}

/** One look of a greedy count at an option. */
export function stepSentence(step: GreedyStep, profile: Profile, unit: string, name: Name): string {
  const { option, left, isFunded } = step;
  const cost = costOf(option, profile);
  const has = `${name(option)} has ${support(step, profile, unit)} and costs ${plain(cost)}`;
  if (isFunded) return `${has}: funded from the ${plain(left)} left.`;
  return compare(left, ZERO) === 0 ? `${has}: nothing is left.` : `${has}: more than the ${plain(left)} left.`;
}

function support({ support }: GreedyStep, profile: Profile, unit: string): string {
  return counted(fraction(support, profile.pointScale), unit);
}

/** Support for its cost the way people say it: how much money goes to one approval. */
function forEach({ option, support }: GreedyStep, profile: Profile, unit: string): string {
  const cost = costOf(option, profile);
  if (cost.numerator === 0n) return 'and free';
  if (support === 0) return 'none for its cost';
  return `one ${unit} for every ${plain(per(cost, fraction(support, profile.pointScale)))} it costs`;
}

function per(cost: Fraction, amount: Fraction): Fraction {
  return fraction(cost.numerator * amount.denominator, cost.denominator * amount.numerator);
}
