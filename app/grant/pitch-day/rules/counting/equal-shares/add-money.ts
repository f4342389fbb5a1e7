import type { ShareTie } from './one-run.ts';
import { Path } from './path.ts';

/** What one run says about whether to go on. */
export type RunVerdict = 'on' | 'over' | 'enough';

export type RunSeen = {
  readonly verdict: RunVerdict;
  readonly chosen: readonly number[];
  readonly ties: readonly ShareTie[];
};

/** So many runs ahead is where one looks first, and then at most. */
const LEAP_FIRST = 16;
const LEAP_MAX = 4096;
/** After so many runs one knows whether leaping is worth its trouble. */
const TRIAL = 48;

type Look = RunSeen & { readonly increments: number; readonly path: Path | null };

/**
 * The first run that is not to go on, counted from 0, without making all runs before it: those between two that went the
 * same way went that way too, so they come out alike and have the same ties.
 *
 * @param run     makes one run, which is expected to choose what the last one settled did, and writes down its way if it is
 *                given somewhere to
 * @param leaps   whether it is worth writing down ways at all
 * @param hear    hears the ties of runs up to the one that is returned, in the order of the runs
 */
export function firstToStop(
  run: (increments: number, expected: readonly number[], path: Path | null) => RunSeen,
  leaps: boolean,
  hear: (ties: readonly ShareTie[]) => void,
): { readonly increments: number; readonly verdict: RunVerdict } {
  const unused: Path[] = [];
  let isLeaping = leaps;
  let leap = LEAP_FIRST;
  let looks = 0;
  // Where runs expect different things, they look in different orders, and their ways differ for nothing.
  const look = (increments: number, expected: readonly number[]): Look => {
    const path = isLeaping ? (unused.pop() ?? new Path()) : null;
    path?.clear();
    looks += 1;
    return { increments, path, ...run(increments, expected, path) };
  };
  let here = look(0, []);
  /** What was looked at beyond, the nearest last. */
  const ahead: Look[] = [];
  for (;;) {
    hear(here.ties);
    if (here.verdict !== 'on') return here;
    if (isLeaping && here.increments > TRIAL && 4 * looks > 3 * here.increments) isLeaping = false;
    let next = ahead.pop() ?? look(here.increments + (isLeaping ? leap : 1), here.chosen);
    const wasFar = next.increments;
    while (next.increments > here.increments + 1 && !wentAlike(here, next)) {
      ahead.push(next);
      next = look(Math.floor((here.increments + next.increments) / 2), here.chosen);
    }
    if (next.increments === here.increments + leap) leap = Math.min(LEAP_MAX, 2 * leap);
    else if (wasFar === here.increments + leap) leap = Math.max(LEAP_FIRST, leap / 2);
    if (here.path !== null) unused.push(here.path);
    here = next;
  }
}

function wentAlike(one: Look, other: Look): boolean {
  return one.path !== null && other.path !== null && one.path.equals(other.path);
}
