import type { EqualSharesCount } from '#app/grant/pitch-day/rules/counting/equal-shares/count-equal-shares.ts';
import type { Payment } from '#app/grant/pitch-day/rules/counting/equal-shares/payment.ts';
import type { Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import type { Support } from '#app/grant/pitch-day/rules/counting/totals.ts';
import { compare, fraction, times } from '#app/kernel/fraction.ts';
import { stepSentence } from './greedy-in-words.ts';
import { costOf, counted, type Name, plain } from './numbers-in-words.ts';

const STOPPED = {
  'one run': 'Money that is left over is not shared out further.',
  'next increment exceeds the budget': 'One step more for everybody would have cost more than the budget.',
  'outcome exhaustive': 'Nothing that anybody chose would still fit.',
  'money for everything': 'There is money for everything that anybody chose, so nobody has to choose what to pay for.',
} as const;

/**
 * What each group of supporters paid for what they chose.
 *
 * @param unit  what support is counted in, in the singular: `approval`
 * @param rule  who goes first among equals, as a clause
 */
export function sharesLines(
  count: EqualSharesCount,
  profile: Profile,
  support: Support,
  unit: string,
  rule: string,
  name: Name,
): string[] {
  const { chosen, payments, completion, runs, increments, endowment, stopped, ties } = count;
  const bought = new Map(payments.map((payment) => [payment.option, payment]));
  const added = new Map(completion.map((step) => [step.option, step]));
  const equals = new Map(ties.map(([first = -1, ...others]) => [first, others]));
  const lines = chosen.map((option, at) => {
    const step = added.get(option);
    const payment = bought.get(option);
    if (step !== undefined) return `${at + 1}.\t${stepSentence(step, profile, unit, name)}`;
    if (payment === undefined) return `${at + 1}.\t${name(option)} costs ${plain(costOf(option, profile))}.`;
    const others = equals.get(option) ?? [];
    const tie = others.length === 0 ? '' : ` Asking for as little: ${others.map(name).join('; ')}; ${rule}.`;
    return `${at + 1}.\t${boughtSentence(payment, profile, support, name)}${tie}`;
  });
  const boughtCount = chosen.filter((option) => !added.has(option)).length;
  const left = completion.filter(({ isFunded }) => !isFunded);
  return [
    ...(stopped === 'money for everything'
      ? [STOPPED[stopped]]
      : [
          `Every voter got the same to spend: ${plain(endowment)}${runs > 1 ? ` in the run that counts, number ${increments + 1} of ${runs}` : ''}. ${STOPPED[stopped]}`,
          `Bought next is always what asks its supporters for least, ${support === 'points' ? 'by the point' : 'as a part of its cost'}.`,
        ]),
    '',
    ...(chosen.length === 0 ? ['Nobody’s supporters can pay for anything.'] : lines.slice(0, boughtCount)),
    ...(completion.length === 0 ? [] : ['', 'What was left went by support:']),
    ...lines.slice(boughtCount),
    ...left.map((step) => `\t${stepSentence(step, profile, unit, name)}`),
  ];
}

function boughtSentence(payment: Payment, profile: Profile, support: Support, name: Name): string {
  const { option, price, full, poor, penniless } = payment;
  const cost = costOf(option, profile);
  const costs = `${name(option)} costs ${plain(cost)}`;
  if (cost.numerator === 0n) return `${costs}: nobody has to pay for it.`;
  const voters = full.reduce((sum, each) => sum + each.voters, 0) + (poor?.voters ?? 0) + penniless;
  const asked =
    support === 'points'
      ? `${plain(times(price, fraction(profile.pointScale)))} a point`
      : `${plain(percentOf(price, cost))} % each`;
  return `${costs} and asked its ${counted(voters, 'supporter')} for ${asked}: ${paid(payment, profile, support)}.`;
}

function paid({ full, poor, penniless }: Payment, profile: Profile, support: Support): string {
  const shares = full.map(({ share, voters, each }) => {
    const who =
      support === 'points' ? `${voters} with ${counted(fraction(share, profile.pointScale), 'point')}` : voters;
    return `${who} paid ${plain(each)}${voters === 1 ? '' : ' each'}`;
  });
  return [...shares, ...lastOf(poor), ...(penniless > 0 ? [`${penniless} had nothing left`] : [])].join('; ');
}

function lastOf(poor: Payment['poor']): string[] {
  if (poor === null) return [];
  const { voters, least, most, together } = poor;
  if (voters === 1) return [`1 gave all that was left, ${plain(together)}`];
  const amounts = compare(least, most) === 0 ? `${plain(least)} each` : `${plain(least)} to ${plain(most)}`;
  return [`${voters} gave all they had left, ${amounts}, together ${plain(together)}`];
}

function percentOf(price: Payment['price'], cost: Payment['price']) {
  return fraction(100n * price.numerator * cost.denominator, price.denominator * cost.numerator);
}
