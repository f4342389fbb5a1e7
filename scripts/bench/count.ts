import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type CountingRuleName, type CountOptions, countBy } from '#app/grant/pitch-day/rules/counting/count-by.ts';
import { electorateOf } from '#app/grant/pitch-day/rules/counting/equal-shares/electorate.ts';
import { EqualShares } from '#app/grant/pitch-day/rules/counting/equal-shares/one-run.ts';
import type { Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { bySmallerId } from '#app/kernel/lots.ts';
import { readBallots } from '../count/read-ballots.ts';
import { type Figure, figure } from './figure.ts';
import { madeUpVote } from './made-up-vote.ts';

const FOLDER = '../shared/data/votes/pb';
const VOTES = [
  'assen_2024',
  'warszawa_2026_sady_zoliborskie',
  'warszawa_2018_ursus_polnocny',
  'wieliczka_2023_green_budget',
  'warszawa_2020_rembertow',
  'toulouse_2022',
  'lodz_2025',
];
/** Under which names a reference keeps how long its own program took, and for which rule of ours. */
const PABUTOOLS: Readonly<Record<string, CountingRuleName>> = {
  greedy_cost: 'greedy_cost',
  greedy_cost_grouped: 'greedy_cost',
  mes_cost: 'mes_cost',
  mes_cost_grouped: 'mes_cost',
  mes_cost_add1_grouped: 'mes_cost_add1',
  mes_cost_add1_u_grouped: 'mes_cost_add1_utilitarian',
  mes_cost_add1e_grouped: 'mes_cost_add1e',
  mes_cost_add1e_u: 'mes_cost_add1e_utilitarian',
  mes_cost_add1e_u_grouped: 'mes_cost_add1e_utilitarian',
};
const WEB_TOOL: Readonly<Record<string, readonly [CountingRuleName, CountOptions['start']]>> = {
  add1u: ['mes_cost_add1_utilitarian', 'share'],
  add1u_exhaustive_integral: ['mes_cost_add1e_utilitarian', 'whole'],
};
const TIMES_PABUTOOLS = 100;
const TIMES_WEB_TOOL = 3;
/** What took less was not promised to be beaten so far. */
const SECONDS_MIN = 1;
const LARGE = { ballots: 130_000, microseconds: 10_000_000 };
/** The quickest of so many tries: whatever else the machine does only ever makes one slower. */
const TRIES = 5;

/** Counting: against the time of the references' own programs, and a large vote against its budget and a small one. */
export function benchCount(): Figure[] {
  const large = madeUpVote(LARGE.ballots);
  const small = madeUpVote(LARGE.ballots / 10);
  return [
    ...(existsSync(FOLDER) ? VOTES.flatMap(againstReference) : []),
    figure(
      'count: 130,000 ballots on 160 projects by mes_cost_add1, against its budget',
      microsecondsFor(large, 'mes_cost_add1', 'share', 1),
      'µs',
      LARGE.microseconds,
      { atMost: 1 },
    ),
    figure(
      'count: memory for 130,000 ballots, against ten times that for 13,000',
      bytesFor(large),
      'bytes',
      10 * bytesFor(small),
      { atMost: 1.1 },
    ),
  ];
}

type Reference = {
  readonly timing: {
    readonly pabutools: Readonly<Record<string, { readonly median_s?: number; readonly cpu_s?: number }>>;
    readonly equal_shares_web_tool_floats: Readonly<Record<string, { readonly compute_s: number }>>;
  };
};

function againstReference(name: string): Figure[] {
  const { profile } = readBallots(join(FOLDER, `${name}.pb`));
  const reference: Reference = JSON.parse(readFileSync(join(FOLDER, `${name}.reference.json`), 'utf8'));
  const { pabutools, equal_shares_web_tool_floats: webTool } = reference.timing;
  const promised = [
    ...Object.entries(PABUTOOLS).map(([key, rule]) => {
      const seconds = pabutools[key]?.median_s ?? pabutools[key]?.cpu_s ?? 0;
      return { rule, start: 'share' as const, seconds, times: TIMES_PABUTOOLS, by: `a hundredth of pabutools ${key}` };
    }),
    ...Object.entries(WEB_TOOL).map(([key, [rule, start]]) => {
      const seconds = webTool[key]?.compute_s ?? 0;
      return { rule, start, seconds, times: TIMES_WEB_TOOL, by: `a third of the web tool's ${key}` };
    }),
  ];
  return promised
    .filter(({ seconds }) => seconds > SECONDS_MIN)
    .map(({ rule, start, seconds, times, by }) =>
      figure(
        `count: ${rule} of ${name}, against ${by}`,
        microsecondsFor(profile, rule, start, TRIES),
        'µs',
        (seconds * 1_000_000) / times,
        { atMost: 1 },
      ),
    );
}

/** @returns microseconds of processor time, the merging of identical ballots included, the reading of the file not */
function microsecondsFor(
  profile: Profile,
  rule: CountingRuleName,
  start: CountOptions['start'],
  tries: number,
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < tries; time += 1) {
    const before = process.cpuUsage();
    mustCount(profile, rule, start);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

function mustCount(profile: Profile, rule: CountingRuleName, start: CountOptions['start']) {
  const options = { seats: null, increment: null, start, isUtilitarian: null, tieBreak: bySmallerId };
  const counted = countBy(rule, profile, options);
  invariant(counted.ok, 'what is measured can be counted');
  return counted.value;
}

/** What equal shares keeps of a vote: its tables and everybody's money. */
function bytesFor(profile: Profile): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const before = process.memoryUsage();
  const electorate = electorateOf(profile, 'approvals');
  const shares = new EqualShares(electorate, new Int32Array(electorate.optionCount));
  collect();
  const after = process.memoryUsage();
  const run = shares.run({ numerator: electorate.budget, denominator: BigInt(electorate.voters) }, null);
  invariant(run.chosen.length > 0, 'a city can buy something, and the tables are still needed here');
  return after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
}
