import type { Counted } from '#app/grant/pitch-day/rules/counting/count-by.ts';
import type { EqualSharesCount } from '#app/grant/pitch-day/rules/counting/equal-shares/count-equal-shares.ts';
import type { Payment } from '#app/grant/pitch-day/rules/counting/equal-shares/payment.ts';
import type { GreedyStep } from '#app/grant/pitch-day/rules/counting/greedy.ts';
import type { IrvCount } from '#app/grant/pitch-day/rules/counting/irv.ts';
import { ballotsIn, type Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { type StvCount, UNITS_PER_VOTE } from '#app/grant/pitch-day/rules/counting/scottish-stv.ts';
import { type Fraction, fraction, toDecimal, ZERO } from '#app/kernel/fraction.ts';

/** The same for a person: who won, why in one sentence each, and every round. */
export function inWords(profile: Profile, counted: Counted): string {
  const name = nameIn(profile);
  return `${[`${ballotsIn(profile)} ballots, ${profile.options.length} options.`, '', ...linesOf(counted, profile, name)].join('\n')}\n`;
}

type Name = (option: number) => string;

function nameIn({ options }: Profile): Name {
  return (at) => {
    const { id, name } = options[at] ?? { id: '', name: '' };
    return name === id ? id : `${name} (${id})`;
  };
}

function linesOf(counted: Counted, profile: Profile, name: Name): string[] {
  const listed = (ties: readonly (readonly number[])[]) =>
    ties.map((tied) => `Equal, in the order of the rule for ties: ${tied.map(name).join('; ')}.`);
  if (counted.counts === 'irv') return irvLines(counted.count, name);
  if (counted.counts === 'stv') return stvLines(counted.count, name);
  if (counted.counts === 'votes') {
    const { chosen, order, totals, ties } = counted.count;
    const total = (option: number) => plain(fraction(totals[option] ?? 0, profile.pointScale));
    const next = order.find((option) => !chosen.includes(option));
    const ahead = next === undefined ? '' : `; the best of those without a seat, ${name(next)}, has ${total(next)}`;
    return [
      ...chosen.map((option) => `${name(option)} wins with ${total(option)}${ahead}.`),
      '',
      ...order.map((option, at) => `${at + 1}.\t${total(option)}\t${name(option)}`),
      ...listed(ties),
    ];
  }
  const { chosen, cost, ties } = counted.count;
  const sum = `${chosen.length} funded for ${plain(cost)} of ${plain(profile.budget ?? ZERO)}.`;
  if (counted.counts === 'greedy') {
    const lines = counted.count.steps.map(
      (step, at) => `${at + 1}. ${greedySentence(step, profile, name, counted.support)}`,
    );
    return [sum, '', ...lines, ...listed(ties)];
  }
  return [sum, '', ...sharesLines(counted.count, profile, name, counted.support), ...listed(ties)];
}

function greedySentence(
  { option, support, left, isFunded }: GreedyStep,
  profile: Profile,
  name: Name,
  by: string,
): string {
  const has = `${name(option)} has ${plain(fraction(support, profile.pointScale))} ${by} and costs ${costOf(option, profile)}`;
  return isFunded ? `${has}: funded from the ${plain(left)} left.` : `${has}: more than the ${plain(left)} left.`;
}

const STOPPED = {
  'one run': 'Money left over is not shared out further.',
  'next increment exceeds the budget': 'One step more for everybody would cost more than the budget.',
  'outcome exhaustive': 'Nothing that anybody chose would still fit.',
  'money for everything': 'There is money for everything that anybody chose.',
} as const;

function sharesLines(count: EqualSharesCount, profile: Profile, name: Name, by: string): string[] {
  const bought = new Map(count.payments.map((payment) => [payment.option, payment]));
  const added = new Set(count.completion.map(({ option }) => option));
  return [
    `Everybody has ${plain(count.endowment)} to spend${count.runs > 1 ? `, after ${count.runs} runs` : ''}. ${STOPPED[count.stopped]}`,
    '',
    ...count.chosen
      .filter((option) => !added.has(option))
      .map((option, at) => {
        const payment = bought.get(option);
        const paid = payment === undefined ? 'is within the budget' : paidSentence(payment, by);
        return `${at + 1}. ${name(option)} costs ${costOf(option, profile)}: ${paid}.`;
      }),
    ...(added.size === 0 ? [] : ['', 'What was left went by support:']),
    ...count.completion.map((step) => greedySentence(step, profile, name, by)),
  ];
}

function paidSentence({ full, poor, penniless }: Payment, by: string): string {
  const shares = full.map(({ share, voters, each }) =>
    by === 'points'
      ? `${voters} with ${share} points paid ${plain(each)} each`
      : `${voters} supporters paid ${plain(each)} each`,
  );
  const last =
    poor === null
      ? []
      : [
          `${poor.voters} gave the last they had, ${plain(poor.least)} to ${plain(poor.most)}, together ${plain(poor.together)}`,
        ];
  return [...shares, ...last, ...(penniless > 0 ? [`${penniless} had nothing left`] : [])].join('; ') || 'it is free';
}

function irvLines({ winner, rounds, majorityRound, ties, valid }: IrvCount, name: Name): string[] {
  const last = rounds.at(-1)?.votes ?? new Map<number, number>();
  const [runnerUp] = [...last.keys()].filter((option) => option !== winner);
  const against = runnerUp === undefined ? '' : ` against ${last.get(runnerUp) ?? 0} for ${name(runnerUp)}`;
  const majority = majorityRound === null ? '' : `, and a majority from round ${majorityRound} on`;
  return [
    `${name(winner)} wins with ${last.get(winner) ?? 0} votes${against} in the last round${majority}.`,
    ...rounds.flatMap(({ votes, exhausted, excluded }, at) => [
      '',
      `Round ${at + 1}: ${valid - exhausted} ballots count, ${exhausted} name nobody who is still in.`,
      ...[...votes].sort(([, one], [, other]) => other - one).map(([option, count]) => `\t${count}\t${name(option)}`),
      ...(excluded === null ? [] : [`${name(excluded)} has the fewest and leaves.`]),
    ]),
    ...ties.map((tie) => tieSentence(tie, name)),
  ];
}

function stvLines({ seats, stages, quota, valid, ties }: StvCount, name: Name): string[] {
  const votesAt = (stage: number, option: number) => inVotes(stages[stage - 1]?.votes.get(option) ?? 0);
  return [
    `${valid} valid ballots; ${quota} votes are the quota.`,
    ...seats.map(({ option, how, stage }) =>
      how === 'quota'
        ? `${name(option)} is elected: ${votesAt(stage, option)} votes at stage ${stage} reach the quota.`
        : `${name(option)} is elected with ${votesAt(stage, option)} votes: no more are left than seats.`,
    ),
    ...stages.flatMap(({ action, votes, nonTransferable, elected }, at) => [
      '',
      `Stage ${at + 1}: ${
        action.type === 'first_preferences'
          ? 'first choices.'
          : action.type === 'surplus'
            ? `the ${inVotes(action.surplus)} votes of ${name(action.option)} above the quota go on.`
            : `${name(action.option)} has the fewest and leaves; the papers go on.`
      }`,
      ...[...votes]
        .sort(([, one], [, other]) => other - one)
        .map(([option, count]) => `\t${inVotes(count)}\t${name(option)}`),
      `\t${inVotes(nonTransferable)}\tnot transferable`,
      ...elected.map((option) => `${name(option)} reaches the quota.`),
    ]),
    ...ties.map((tie) => tieSentence(tie, name)),
  ];
}

function tieSentence({ stage, tied, chosen, by }: IrvCount['ties'][number], name: Name): string {
  const how = by === 'lot' ? 'the rule for ties' : 'an earlier stage';
  return `Equal at stage ${stage}: ${tied.map(name).join('; ')}. By ${how} it is ${name(chosen)}.`;
}

function costOf(option: number, profile: Profile): string {
  return plain(profile.options[option]?.cost ?? ZERO);
}

function inVotes(units: number): string {
  return plain(fraction(units, UNITS_PER_VOTE));
}

/** Two decimals, or none where there are none. */
function plain(value: Fraction): string {
  return toDecimal(value, value.denominator === 1n ? 0 : 2);
}
