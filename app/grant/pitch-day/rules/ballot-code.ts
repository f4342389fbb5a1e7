import { readTypedCode, showTypedCode } from '#app/kernel/typed-code.ts';
import { LETTER_CODE_FORM } from './letter-code.ts';
import { type Level, STOCK_LEVELS } from './level.ts';
import { STOCK_CODE_FORMS } from './stock-code.ts';
import { TOKEN_FORM } from './token.ts';

/** What somebody can type to vote. Nobody types at level B: a pass has the form of a sheet's token, and a signature. */
export type BallotCode = { readonly secret: string; readonly level: Exclude<Level, 'B'> };

/** No two lengths are near each other: a code that lacks a symbol is not taken for one of another level. */
const FORMS = { A: TOKEN_FORM, 'B-': LETTER_CODE_FORM, ...STOCK_CODE_FORMS } as const;
const TYPED_LEVELS = ['A', 'B-', ...STOCK_LEVELS] as const;

/** Tells the token of a sheet, and the codes of each level, apart by their length; null for a typing error. */
export function readBallotCode(typed: string): BallotCode | null {
  for (const level of TYPED_LEVELS) {
    const read = readTypedCode(typed, FORMS[level].symbols);
    if (read.ok) return { secret: read.value, level };
  }
  return null;
}

/** As it is printed, mailed and typed. */
export function showBallotCode({ secret, level }: BallotCode): string {
  return showTypedCode(secret, FORMS[level].group);
}
