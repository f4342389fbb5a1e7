import type { IrvCount, RankedTie } from '#app/grant/pitch-day/rules/counting/irv.ts';
import type { StvAction, StvCount, StvSeat } from '#app/grant/pitch-day/rules/counting/scottish-stv.ts';
import { counted, inVotes, type Name, plainNumber } from './numbers-in-words.ts';

/**
 * Who wins the instant run-off, and every round.
 *
 * @param rule  who goes first among equals, as a clause
 */
export function irvLines({ winner, rounds, majorityRound, ties, valid }: IrvCount, rule: string, name: Name): string[] {
  const last = rounds.at(-1)?.votes ?? new Map<number, number>();
  const [runnerUp] = [...last.keys()].filter((option) => option !== winner);
  const against =
    runnerUp === undefined ? '' : ` against ${plainNumber(last.get(runnerUp) ?? 0)} for ${name(runnerUp)}`;
  const majority =
    majorityRound === null ? '' : `, and has more than half of the ballots that count from round ${majorityRound} on`;
  return [
    `${name(winner)} wins with ${counted(last.get(winner) ?? 0, 'vote')}${against} in the last round${majority}.`,
    ...rounds.flatMap(({ votes, exhausted, excluded }, at) => [
      '',
      `Round ${at + 1}: ${counted(valid - exhausted, 'ballot')} of ${plainNumber(valid)} name somebody who is still in.`,
      ...mostFirst(votes).map(([option, count]) => `\t${plainNumber(count)}\t${name(option)}`),
      ...(excluded === null ? [] : [`${name(excluded)} has the fewest and leaves.`]),
      ...tiesAt(ties, at + 1, rule, name),
    ]),
  ];
}

/** Who is elected by the single transferable vote, and every stage. */
export function stvLines(count: StvCount, rule: string, name: Name): string[] {
  const { seats, stages, quota, valid, ties } = count;
  return [
    `${counted(valid, 'valid ballot')}; the quota is ${counted(quota, 'vote')}.`,
    ...seats.map((seat) => seatSentence(seat, count, name)),
    ...stages.flatMap(({ action, votes, nonTransferable, elected }, at) => [
      '',
      `Stage ${at + 1}: ${actionWords(action, name)}`,
      // A tie was broken after the stage at which it stood, for the sake of the next one.
      ...tiesAt(ties, at, rule, name),
      ...mostFirst(votes).map(([option, units]) => `\t${inVotes(units)}\t${name(option)}`),
      `\t${inVotes(nonTransferable)}\tnot transferable`,
      ...elected.map((option) => `${name(option)} reaches the quota.`),
    ]),
  ];
}

function seatSentence({ option, how, stage }: StvSeat, { stages, quota }: StvCount, name: Name): string {
  const votes = `${inVotes(stages[stage - 1]?.votes.get(option) ?? 0)} votes at stage ${stage}`;
  if (how === 'quota') return `${name(option)} is elected: ${votes} reach the quota of ${plainNumber(quota)}.`;
  return `${name(option)} is elected with ${votes}: no more are left than seats.`;
}

function actionWords(action: StvAction, name: Name): string {
  if (action.type === 'first_preferences') return 'first choices.';
  if (action.type === 'exclude') return `${name(action.option)} has the fewest and leaves; the papers go on.`;
  return `the ${inVotes(action.surplus)} votes of ${name(action.option)} above the quota go on.`;
}

function tiesAt(ties: readonly RankedTie[], at: number, rule: string, name: Name): string[] {
  return ties
    .filter(({ stage }) => stage === at)
    .map(({ why, tied, chosen, by }) => {
      const equal = tied.map(name).join('; ');
      const so = why === 'surplus' ? `what ${name(chosen)} has above the quota goes first` : `${name(chosen)} leaves`;
      if (by === 'lot') return `Equal now and before: ${equal}. There ${rule}, so ${so}.`;
      return `Equal: ${equal}. They differed before, and the last time they did decides: ${so}.`;
    });
}

function mostFirst(votes: ReadonlyMap<number, number>): [number, number][] {
  return [...votes].sort(([, one], [, other]) => other - one);
}
