import type { Profile } from '#app/grant/pitch-day/rules/counting/profile.ts';
import type { Fraction } from '#app/kernel/fraction.ts';
import type { TieBreak } from '#app/kernel/lots.ts';

/** Who goes first where options are equal: the smaller id as text, the smaller number, or whom the throw of a board names. */
export type TieRule = 'smaller-id' | 'smaller-number' | 'public-throw';

/** What a file of ballots holds, and how it breaks ties. */
export type BallotFile = {
  readonly profile: Profile;
  readonly tieBreak: TieBreak;
  readonly tieRule: TieRule;
  /** How many options one may choose, where the file promises it. */
  readonly maxChoices?: number;
  /** What everybody’s share grows by from run to run, where the file promises it. */
  readonly increment?: Fraction;
};

/** A file that cannot be read: the message is a sentence for whoever gave it. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';

  /** @param line  of the file, from 1; null where it is no line's fault */
  constructor(line: number | null, sentence: string) {
    super(line === null ? sentence : `Line ${line}: ${sentence}`);
  }
}

/** @throws UnreadableFile saying the sentence, unless the condition holds */
export function must(condition: unknown, line: number | null, sentence: string): asserts condition {
  if (!condition) throw new UnreadableFile(line, sentence);
}

/** Ranked candidates have numbers: 9 comes before 10. */
export function bySmallerNumber(one: string, other: string): number {
  return Number(one) - Number(other);
}
