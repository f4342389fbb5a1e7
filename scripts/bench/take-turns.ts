/** Something measured: one round of it, answered with how many were done in how many seconds. */
export type Round = (round: number) => Promise<{ readonly done: number; readonly seconds: number }>;

/**
 * Runs the competitors one after the other, round by round, so that whatever else the machine does falls on all alike.
 *
 * @returns for each, how many it did a second over all rounds but the first, which warms it up
 */
export async function takeTurns(rounds: number, competitors: readonly Round[]): Promise<number[]> {
  const sums = competitors.map(() => ({ done: 0, seconds: 0 }));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [place, run] of competitors.entries()) {
      const { done, seconds } = await run(round);
      const sum = sums[place];
      if (round === 0 || sum === undefined) continue;
      sum.done += done;
      sum.seconds += seconds;
    }
  }
  return sums.map(({ done, seconds }) => done / seconds);
}
