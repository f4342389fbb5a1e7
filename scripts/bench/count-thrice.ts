/**
 * Counts a file three times in one process, and says the median in seconds: as the references timed pabutools, whose one
 * thread works all the time. Started by `count-command.ts`: FILE RULE START.
 */
import { COUNTING_RULES, countBy } from '#app/grant/pitch-day/rules/counting/count-by.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { readBallots } from '../count/read-ballots.ts';

const [file = '', name, start] = process.argv.slice(2);
const rule = COUNTING_RULES.find((known) => known === name);
invariant(rule !== undefined, 'the bench names a rule that there is');
const { profile, tieBreak, increment } = readBallots(file);
const options = {
  seats: null,
  increment: increment ?? null,
  start: start === 'whole' ? ('whole' as const) : ('share' as const),
  isUtilitarian: null,
  tieBreak,
};
const times = [1, 2, 3].map(() => {
  const startedAt = performance.now();
  invariant(countBy(rule, profile, options).ok, 'what is measured can be counted');
  return (performance.now() - startedAt) / 1_000;
});
process.stdout.write(String(times.sort((one, other) => one - other)[1]));
