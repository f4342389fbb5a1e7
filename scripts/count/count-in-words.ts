import type { Counted, CountingRuleName } from '#app/grant/pitch-day/rules/counting/count-by.ts';
import { ballotsIn, type Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { ZERO } from '#app/kernel/fraction.ts';
import type { TieRule } from './ballot-file.ts';
import { greedyLines } from './greedy-in-words.ts';
import { type Name, nameIn, counted as number, plain } from './numbers-in-words.ts';
import { orderOf } from './order-of.ts';
import { irvLines, stvLines } from './ranked-in-words.ts';
import { sharesLines } from './shares-in-words.ts';
import { votesLines } from './votes-in-words.ts';

const TIE_RULES: Readonly<Record<TieRule, string>> = {
  'smaller-id': 'of equals the smaller id goes first, read as text (“10” before “9”)',
  'smaller-number': 'of equals the smaller number goes first',
  'public-throw': 'of equals the public throw puts one first',
};

/**
 * The same for a person: who won, why in one sentence each, the order, and every round.
 *
 * @param overfull  how many ballots were left out because they choose too many
 */
export function inWords(
  rule: CountingRuleName,
  profile: Profile,
  counted: Counted,
  tieRule: TieRule,
  overfull: number,
): string {
  const name = nameIn(profile);
  const head = `${number(ballotsIn(profile), 'ballot')}, ${number(profile.options.length, 'option')}.`;
  const out = overfull === 0 ? '' : ` Not counted: ${number(overfull, 'ballot')} with more choices than allowed.`;
  const lines = [`${head}${out}`, '', ...linesOf(rule, counted, profile, TIE_RULES[tieRule], name)];
  return `${lines.join('\n')}\n`;
}

function linesOf(ruleName: CountingRuleName, counted: Counted, profile: Profile, rule: string, name: Name): string[] {
  if (counted.counts === 'irv' || counted.counts === 'stv') {
    const lines = counted.counts === 'irv' ? irvLines(counted.count, rule, name) : stvLines(counted.count, rule, name);
    return [...lines, '', 'In order:', ...orderOf(counted).map((option, at) => `${at + 1}.\t${name(option)}`)];
  }
  if (counted.counts === 'votes') {
    const { ties } = counted.count;
    const unit = ruleName === 'plurality' ? 'vote' : ruleName === 'approval' ? 'approval' : 'point';
    return [...votesLines(counted.count, profile, unit, rule, name), ...equalLines(ties, rule, name)];
  }
  const { chosen, cost, ties } = counted.count;
  const sum = `${plain(cost)} of ${plain(profile.budget ?? ZERO)} go to ${chosen.length} of ${number(profile.options.length, 'option')}.`;
  const unit = counted.support === 'approvals' ? 'approval' : 'point';
  if (counted.counts === 'greedy') {
    const lines = greedyLines(counted.count, counted.by, profile, unit, rule, name);
    return [sum, '', ...lines, ...equalLines(ties, rule, name)];
  }
  return [sum, '', ...sharesLines(counted.count, profile, counted.support, unit, rule, name)];
}

function equalLines(ties: readonly (readonly number[])[], rule: string, name: Name): string[] {
  if (ties.length === 0) return [];
  const [first = '', ...rest] = rule;
  return ['', `${first.toUpperCase()}${rest.join('')}:`, ...ties.map((tied) => `\t${tied.map(name).join('; ')}`)];
}
