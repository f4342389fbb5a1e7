import type { VotesCount } from '#app/grant/pitch-day/rules/counting/most-votes.ts';
import type { Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { fraction } from '#app/kernel/fraction.ts';
import { counted, type Name } from './numbers-in-words.ts';

/**
 * Who has most votes, and the tie that decided if one did.
 *
 * @param unit  what is counted, in the singular: `approval`
 * @param rule  who goes first among equals, as a clause
 */
export function votesLines(
  { chosen, order, totals }: VotesCount,
  profile: Profile,
  unit: string,
  rule: string,
  name: Name,
): string[] {
  const totalOf = (option: number) => totals[option] ?? 0;
  const has = (option: number) => counted(fraction(totalOf(option), profile.pointScale), unit);
  const next = order.find((option) => !chosen.includes(option));
  const sentence = (option: number): string => {
    const wins = `${name(option)} wins with ${has(option)}`;
    if (next === undefined) return `${wins}; there is a seat for everybody.`;
    const best = `the best of those without a seat, ${name(next)}, has`;
    if (totalOf(option) > totalOf(next)) return `${wins}; ${best} ${has(next)}.`;
    return `${wins}; ${best} as many, and ${rule}.`;
  };
  return [
    ...(chosen.length === 0 ? [`Nobody wins: there is no ${unit} for anybody.`] : chosen.map(sentence)),
    '',
    'In order:',
    ...order.map((option, at) => `${at + 1}.\t${has(option)}\t${name(option)}`),
  ];
}
