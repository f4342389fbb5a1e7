import { type Proved, proved } from '../promise.ts';
import { seeded } from '../seeded.ts';
import { changeBoard } from './board-change.ts';
import { madeUpBoard } from './made-up-poll.ts';
import { byNode, byPage, byPython, isPythonThere, type Verifier } from './verifiers.ts';

/** Whole polls are costlier to make than changes to them. */
const CHANGES_PER_POLL = 100;
/** Of the polls that are changed: every kind of batch, and small enough that a change is checked in milliseconds. */
const BALLOTS_MAX = 60;
/** Boards that are held in memory at once. */
const BOARDS_AT_ONCE = 500;

type Named = readonly [name: string, verify: Verifier];

function verifiers(): readonly Named[] {
  const inPython: readonly Named[] = isPythonThere() ? [['recount.py', byPython]] : [];
  return [['recount.mjs', byNode], ...inPython, ['recount.html', byPage]];
}

/** Changes boards in one place each, and asks all three verifiers: each must refuse. */
export function proveChangesAreRefused(changes: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('no change to a published board passes any of the verifiers', tell, async (broken) => {
    const chance = seeded(seed);
    const polls = Array.from({ length: Math.max(4, Math.ceil(changes / CHANGES_PER_POLL)) }, () =>
      JSON.stringify(madeUpBoard(chance, 1 + chance.below(BALLOTS_MAX))),
    );
    let tried = 0;
    while (tried < changes) {
      const changed: { text: string; what: string }[] = [];
      while (changed.length < Math.min(BOARDS_AT_ONCE, changes - tried)) {
        const change = changeBoard(chance.one(polls), chance.one(polls), chance);
        if (change !== null) changed.push(change);
      }
      for (const [name, verify] of verifiers()) {
        const verdicts = await verify(changed.map((change) => change.text));
        for (const [place, { what }] of changed.entries())
          if (verdicts[place]?.ok !== false) broken(`${name} lets pass, seed ${seed}: ${what}`);
      }
      tried += changed.length;
    }
    return tried;
  });
}

/** Runs polls honestly, and asks all three verifiers: each must accept, with the winners that were published. */
export function proveHonestPollsPass(
  sizes: readonly number[],
  seed: number,
  tell: (line: string) => void,
): Promise<Proved> {
  return proved('every verifier accepts an honest poll, with the same winners', tell, async (broken) => {
    const chance = seeded(seed);
    for (const ballots of sizes) {
      const board = madeUpBoard(chance, ballots);
      const winners = JSON.stringify(board.revealed?.result.counted.winners);
      for (const [name, verify] of verifiers()) {
        const [verdict] = await verify([JSON.stringify(board)]);
        if (verdict?.ok !== true)
          broken(`${name} refuses an honest poll of ${ballots}, seed ${seed}: ${verdict?.failed}`);
        else if (JSON.stringify(verdict.winners) !== winners) broken(`${name} counts other winners, seed ${seed}`);
      }
    }
    return sizes.length;
  });
}

/** So many polls, the largest first, the others spread evenly over the magnitudes. */
export function sizesUpTo(most: number, polls: number): number[] {
  return Array.from({ length: polls }, (_, place) => Math.round(most ** (1 - place / polls)));
}
