import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CountingRuleName } from '#app/grant/pitch-day/rules/counting/count-by.ts';
import { type Measured, measureCommand, measureNothing, measureThrice } from './count-command.ts';
import { type Figure, figure } from './figure.ts';
import { madeUpVoteFile } from './made-up-vote.ts';

const FOLDER = '../shared/data/votes/pb';
const REFERENCE = '.reference.json';
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
const WEB_TOOL: Readonly<Record<string, readonly [CountingRuleName, start: 'share' | 'whole']>> = {
  add1u: ['mes_cost_add1_utilitarian', 'share'],
  add1u_exhaustive_integral: ['mes_cost_add1e_utilitarian', 'whole'],
};
const TIMES_PABUTOOLS = 100;
const TIMES_WEB_TOOL = 3;
/** What took less was not promised to be beaten so far. */
const SECONDS_MIN = 1;
const LARGE = { ballots: 130_000, seconds: 10 };
/** The quickest of so many tries: whatever else the machine does only ever makes one slower. */
const TRIES = 5;

/**
 * Counting: against the time of the references' own programs, as they were timed (the median of three calls in one process)
 * and by the command with nothing warmed up; a large vote against its budget; and its memory against that of smaller ones.
 */
export function benchCount(): Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-bench-count-'));
  try {
    const file = (ballots: number) => {
      const path = join(folder, `${ballots}.pb`);
      writeFileSync(path, madeUpVoteFile(ballots));
      return path;
    };
    return [...(existsSync(FOLDER) ? referenceNames().flatMap(againstReference) : []), ...largeFigures(file)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function largeFigures(file: (ballots: number) => string): Figure[] {
  const { ballots, seconds } = LARGE;
  const [few, half, all] = [ballots / 10, ballots / 2, ballots].map((size) => quickest(file(size), 'mes_cost_add1', 3));
  const [small, middle, large] = [few, half, all] as [Measured, Measured, Measured];
  const empty = quickest(file(1), 'mes_cost_add1', 3);
  const inMicro = (value: number) => value * 1_000_000;
  const what = `${ballots.toLocaleString('en')} ballots on 160 projects`;
  return [
    figure(`count: ${what} by mes_cost_add1`, inMicro(large.seconds), 'µs', inMicro(seconds), { atMost: 1 }),
    figure(`count: ${what}, the whole command`, inMicro(large.wholeSeconds), 'µs', inMicro(seconds), { atMost: 1 }),
    figure(
      `count: memory of the process for ${what}, against twice that for half, both above that for one ballot`,
      large.peakBytes - empty.peakBytes,
      'bytes',
      2 * (middle.peakBytes - empty.peakBytes),
      { atMost: 1.15 },
    ),
    figure(
      'count: the same, against ten times that for a tenth',
      large.peakBytes - empty.peakBytes,
      'bytes',
      10 * (small.peakBytes - empty.peakBytes),
      { atMost: 1.15 },
    ),
    figure(
      'count: the whole command for one ballot, against one that does nothing',
      inMicro(empty.wholeSeconds),
      'µs',
      inMicro(measureNothing()),
    ),
  ];
}

type Reference = {
  readonly timing?: {
    readonly pabutools?: Readonly<Record<string, { readonly median_s?: number; readonly cpu_s?: number }>>;
    readonly equal_shares_web_tool_floats?: Readonly<Record<string, { readonly compute_s: number }>>;
  };
};

function referenceNames(): string[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(REFERENCE));
  return files.map((name) => name.slice(0, -REFERENCE.length)).sort();
}

function againstReference(name: string): Figure[] {
  const reference: Reference = JSON.parse(readFileSync(join(FOLDER, `${name}${REFERENCE}`), 'utf8'));
  const { pabutools = {}, equal_shares_web_tool_floats: webTool = {} } = reference.timing ?? {};
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
  const file = join(FOLDER, `${name}.pb`);
  const known = new Map<string, { readonly cold: number; readonly again: number }>();
  return promised
    .filter(({ seconds }) => seconds > SECONDS_MIN)
    .flatMap(({ rule, start, seconds, times, by }) => {
      const key = `${rule} ${start}`;
      const measured = known.get(key) ?? {
        cold: quickest(file, rule, TRIES, start).seconds,
        again: measureThrice(file, rule, start),
      };
      known.set(key, measured);
      const theirs = (seconds * 1_000_000) / times;
      const what = `count: ${rule} of ${name}`;
      return [
        figure(`${what}, against ${by}`, measured.again * 1_000_000, 'µs', theirs, { atMost: 1 }),
        figure(`${what}, started anew, against ${by}`, measured.cold * 1_000_000, 'µs', theirs),
      ];
    });
}

function quickest(file: string, rule: CountingRuleName, tries: number, start: 'share' | 'whole' = 'share'): Measured {
  const startAt = rule.startsWith('mes_') ? ['--start', start] : [];
  const all = Array.from({ length: tries }, () => measureCommand([file, '--rule', rule, ...startAt]));
  const least = (of: (one: Measured) => number) => Math.min(...all.map(of));
  return {
    seconds: least(({ seconds }) => seconds),
    wholeSeconds: least(({ wholeSeconds }) => wholeSeconds),
    peakBytes: least(({ peakBytes }) => peakBytes),
  };
}
