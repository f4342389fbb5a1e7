import type { Proved } from './promise.ts';
import { proveChangesAreRefused, proveHonestPollsPass, sizesUpTo } from './vote/boards.ts';
import { proveOneBallotEach, proveTheModel } from './vote/model.ts';
import { proveUnlinkable } from './vote/unlinkable.ts';

/** What is promised of every vote, one proof after another: each takes a whole processor. */
export function proveVote(isShort: boolean, seed: number, tell: (line: string) => void): (() => Promise<Proved>)[] {
  return [
    () => proveChangesAreRefused(isShort ? 300 : 10_000, seed, tell),
    () => proveHonestPollsPass(isShort ? sizesUpTo(300, 6) : sizesUpTo(100_000, 50), seed, tell),
    () => proveTheModel(isShort ? 2_000 : 100_000, seed, tell),
    () => proveOneBallotEach(isShort ? 60 : 1_000, 50, seed, tell),
    () => proveUnlinkable(200, seed, tell),
  ];
}
