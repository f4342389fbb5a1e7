import { toHex } from '#app/kernel/hex.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { taggedHash } from '#app/kernel/tagged-hash.ts';
import { type Level, mayDecide } from './level.ts';

/** A promise about the first `size` leaves: they will never change, nor will their order. */
export type Checkpoint = {
  readonly pollId: string;
  readonly manifestHash: string;
  /** 1, 2, 3 … */
  readonly seq: number;
  readonly size: number;
  readonly root: string;
  /** Hash of the note before, or 64 zeros: each checkpoint promises all earlier ones again. */
  readonly prev: string;
  readonly at: Instant;
  /** True for the last one, made by the close. */
  readonly final: boolean;
};

/** A promise about the tokens of one level: so many, these, and never another. */
export type Issue = {
  readonly pollId: string;
  readonly manifestHash: string;
  readonly level: Level;
  readonly count: number;
  readonly root: string;
};

export const FIRST_PREV = '0'.repeat(64);

/** With fewer new ballots than this, one batch would tell too much about who cast which. */
export const CHECKPOINT_BALLOTS_MIN = 10;

/**
 * Whether a batch may be published: a ballot names its level, so whoever is alone at hers would be alone in it. Levels that decide
 * nothing hide nobody, for anybody can have as many of their ballots as she likes.
 *
 * @param levels  of every new ballot
 */
export function hidesEverybody(levels: readonly Level[]): boolean {
  const deciding = Map.groupBy(levels.filter(mayDecide), (level) => level);
  return (
    levels.length >= CHECKPOINT_BALLOTS_MIN && [...deciding.values()].every((of) => of.length >= CHECKPOINT_BALLOTS_MIN)
  );
}

/** The text that is signed and can be read out in the room. */
export function checkpointNote(checkpoint: Checkpoint): string {
  return [
    'common-pot vote checkpoint v1',
    `poll ${checkpoint.pollId}`,
    `manifest ${checkpoint.manifestHash}`,
    `seq ${checkpoint.seq}`,
    `size ${checkpoint.size}`,
    `root ${checkpoint.root}`,
    `prev ${checkpoint.prev}`,
    `at ${new Date(checkpoint.at).toISOString()}`,
    `final ${checkpoint.final ? 'yes' : 'no'}`,
    '',
  ].join('\n');
}

/** What the next checkpoint carries as `prev`. */
export function noteHash(note: string): string {
  return toHex(taggedHash('note/v1', note));
}

/** What the poll's key signs under a checkpoint. */
export function checkpointMessage(note: string): Uint8Array {
  return taggedHash('cpt/v1', note);
}

/** What the poll's key signs under the number and root of its issued tokens. */
export function issueMessage(issue: Issue): Uint8Array {
  return taggedHash('iss/v1', issue.pollId, issue.manifestHash, issue.level, String(issue.count), issue.root);
}

/** The people on a list who may ask for a pass, once it was closed. */
export type Roll = { readonly pollId: string; readonly manifestHash: string; readonly size: number };

/** What the poll's key signs at the freeze: how many people are on the roll. */
export function rollMessage({ pollId, manifestHash, size }: Roll): Uint8Array {
  return taggedHash('rol/v1', pollId, manifestHash, String(size));
}

/** What the poll's key signs at the close: how many of them asked for a pass. */
export function passesIssuedMessage({ pollId, manifestHash, size }: Roll, issued: number): Uint8Array {
  return taggedHash('iss/roll/v1', pollId, manifestHash, String(size), String(issued));
}
