import { randomNumbers } from '#app/grant/assessment/rules/ranking/random-numbers.ts';
import type { Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { fraction } from '#app/kernel/fraction.ts';

const PROJECTS = 160;
const BUDGET_PER_BALLOT = 200;
const CHOICES_MAX = 10;

/** A city that shares out money: few projects are loved by many, most cost a hundredth of the budget or so. */
export function madeUpVote(ballots: number): Profile {
  const random = randomNumbers(`vote of ${ballots}`);
  const budget = ballots * BUDGET_PER_BALLOT;
  return {
    kind: 'approval',
    options: Array.from({ length: PROJECTS }, (_, at) => ({
      id: String(at + 1),
      name: `project ${at + 1}`,
      cost: fraction(Math.round((budget * (0.2 + 3 * random.uniform())) / 100)),
    })),
    ballots: Array.from({ length: ballots }, () => {
      const choices = new Set<number>();
      const wanted = 1 + Math.floor(CHOICES_MAX * random.uniform());
      while (choices.size < wanted) choices.add(Math.floor(PROJECTS * random.uniform() ** 2));
      return { weight: 1, choices: [...choices], points: null };
    }),
    pointScale: 1,
    budget: fraction(budget),
    seats: null,
  };
}
