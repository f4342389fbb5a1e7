import type { Counted } from '#app/grant/pitch-day/rules/counting/count-by.ts';

/**
 * All options that a count puts in order, the best first, by position: whoever won, in the order of winning, then the others.
 * Of equal shares only what was funded, because nothing orders the rest.
 */
export function orderOf(counted: Counted): readonly number[] {
  if (counted.counts === 'votes') return counted.count.order;
  if (counted.counts === 'greedy') return counted.count.steps.map(({ option }) => option);
  if (counted.counts === 'shares') return counted.count.chosen;
  if (counted.counts === 'irv') {
    const { winner, rounds } = counted.count;
    const left = rounds.flatMap(({ excluded }) => (excluded === null ? [] : [excluded]));
    const last = [...(rounds.at(-1)?.votes.keys() ?? [])].filter((option) => option !== winner);
    return [winner, ...last, ...left.toReversed()];
  }
  const { seats, stages, excluded } = counted.count;
  const elected = seats.map(({ option }) => option);
  const gone = new Set([...elected, ...excluded]);
  const last = stages.at(-1)?.votes ?? new Map<number, number>();
  const others = [...last]
    .filter(([option]) => !gone.has(option))
    .sort(([one, votes], [other, otherVotes]) => otherVotes - votes || one - other)
    .map(([option]) => option);
  return [...elected, ...others, ...excluded.toReversed()];
}
