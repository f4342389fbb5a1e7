import { crockford } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { readTypedCode, showTypedCode, type TypedCodeRefusal } from '#app/kernel/typed-code.ts';

/**
 * The code in the letter to somebody on the roll: fifteen Crockford symbols in capitals, without the check symbol. Seven
 * say which entry it is, eight (40 bits) are its secret. It is shorter than the token of a sheet, so nobody takes one for
 * the other.
 */
export type LetterCode = string;

export const LETTER_CODE_BYTES = 10;

/** Ten tries of a secret of 40 bits: one guess in a hundred thousand million. */
export const LETTER_CODE_TRIES_MAX = 10;

/** Without the check symbol, and how many stand together. */
export const LETTER_CODE_FORM = { symbols: 15, group: 4 } as const;
const NUMBER_SYMBOLS = 7;

/** @param random  ten bytes that nobody else knows; the last five bits are dropped */
export function makeLetterCode(random: Uint8Array): LetterCode {
  invariant(random.length === LETTER_CODE_BYTES, 'a letter code is made from exactly ten bytes');
  return crockford(random, LETTER_CODE_FORM.symbols).toUpperCase();
}

/** As it stands in the letter: `XXXX-XXXX-XXXX-XXXX`. */
export function showLetterCode(code: LetterCode): string {
  return showTypedCode(code, LETTER_CODE_FORM.group);
}

/** Reads a code as people type it, see `readTypedCode`. */
export function readLetterCode(typed: string): Outcome<LetterCode, TypedCodeRefusal> {
  return readTypedCode(typed, LETTER_CODE_FORM.symbols);
}

/** The part that is no secret: which entry of the roll it is. */
export function numberOnRoll(code: LetterCode): string {
  return code.slice(0, NUMBER_SYMBOLS);
}
