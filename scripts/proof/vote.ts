import type { Proved } from './promise.ts';
import { proveChangesAreRefused, proveHonestPollsPass, sizesUpTo } from './vote/boards.ts';
import { proveCrashes } from './vote/crashes.ts';
import { proveCutCasts } from './vote/cuts.ts';
import { proveDiskImages } from './vote/disk-images.ts';
import { proveOneBallotEach, proveTheModel } from './vote/model.ts';
import { proveSilence } from './vote/silence.ts';
import { proveUnlinkable } from './vote/unlinkable.ts';
import { proveUnlinkablePasses } from './vote/unlinkable-passes.ts';

/** What is promised of every vote, one proof after another: each takes a whole processor. */
export function proveVote(isShort: boolean, seed: number, tell: (line: string) => void): (() => Promise<Proved>)[] {
  return [
    () => proveChangesAreRefused(isShort ? 300 : 10_000, seed, tell),
    () => proveHonestPollsPass(isShort ? sizesUpTo(300, 6) : sizesUpTo(100_000, 50), seed, tell),
    () => proveTheModel(isShort ? 2_000 : 100_000, seed, tell),
    () => proveOneBallotEach(isShort ? 60 : 1_000, 50, seed, tell),
    () => proveUnlinkable(200, seed, tell),
    () => proveUnlinkablePasses(isShort ? 50 : 200, seed, tell),
    () => proveCutCasts(2_000, seed, tell),
    () => proveCrashes(isShort ? 6 : 500, seed, tell),
    () => proveDiskImages(isShort ? 60 : 5_000, seed, tell),
    () => proveSilence(isShort, tell),
  ];
}
