import { readLetterCode } from './letter-code.ts';
import type { Level } from './level.ts';
import { readToken } from './token.ts';

/** What somebody can type to vote: the token of a sheet, or the code of a letter where codes may vote directly. */
export type BallotCode = { readonly secret: string; readonly level: Extract<Level, 'A' | 'B-'> };

/** Tells the two apart by their length; null for a typing error. */
export function readBallotCode(typed: string): BallotCode | null {
  const token = readToken(typed);
  if (token.ok) return { secret: token.value, level: 'A' };
  const code = readLetterCode(typed);
  return code.ok ? { secret: code.value, level: 'B-' } : null;
}
