import { randomNumbers } from '#app/grant/assessment/rules/ranking/random-numbers.ts';

const PROJECTS = 160;
const BUDGET_PER_BALLOT = 200;
const CHOICES_MAX = 10;

/**
 * A city that shares out money, as a `.pb` file: few projects are loved by many, most cost a hundredth of the budget or so.
 */
export function madeUpVoteFile(ballots: number): string {
  const random = randomNumbers(`vote of ${ballots}`);
  const budget = ballots * BUDGET_PER_BALLOT;
  const projects = Array.from({ length: PROJECTS }, (_, at) => {
    const cost = Math.max(1, Math.round((budget * (0.2 + 3 * random.uniform())) / 100));
    return `${at + 1};${cost};project ${at + 1}`;
  });
  const votes = Array.from({ length: ballots }, (_, at) => {
    const choices = new Set<number>();
    const wanted = 1 + Math.floor(CHOICES_MAX * random.uniform());
    while (choices.size < wanted) choices.add(1 + Math.floor(PROJECTS * random.uniform() ** 2));
    return `${at + 1};${[...choices].join(',')}`;
  });
  return [
    ...['META', 'key;value', `num_votes;${ballots}`, `budget;${budget}`, 'vote_type;approval'],
    ...['PROJECTS', 'project_id;cost;name', ...projects],
    ...['VOTES', 'voter_id;vote', ...votes, ''],
  ].join('\n');
}
