import { readTypedCode, showTypedCode } from '#app/kernel/typed-code.ts';
import type { Level } from './level.ts';

/** What somebody can type to vote. Nobody types at level B: a pass has the form of a sheet's token, and a signature. */
export type BallotCode = { readonly secret: string; readonly level: Exclude<Level, 'B'> };

/** How many symbols the secret has, and how many stand together: no two lengths are near each other. */
const FORMS = [
  ['A', 20, 7],
  ['B-', 15, 4],
  ['C', 17, 6],
  ['D', 23, 6],
] as const;

/** Tells the token of a sheet, and the codes of each level, apart by their length; null for a typing error. */
export function readBallotCode(typed: string): BallotCode | null {
  for (const [level, symbols] of FORMS) {
    const read = readTypedCode(typed, symbols);
    if (read.ok) return { secret: read.value, level };
  }
  return null;
}

/** As it is printed, mailed and typed. */
export function showBallotCode({ secret, level }: BallotCode): string {
  return showTypedCode(secret, FORMS.find(([each]) => each === level)?.[2] ?? 0);
}
