import { crockford } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** Twenty Crockford symbols in capitals, 100 bits, without the check symbol. */
export type Token = string;

export type TokenRefusal = 'token-length' | 'token-symbol' | 'token-check';

/** Thirteen bytes hold the 100 bits; the last four bits are dropped. */
export const TOKEN_RANDOM_BYTES = 13;

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const TOKEN_SYMBOLS = 20;
const LOOK_ALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };

/** @param random  thirteen bytes from a cryptographic source */
export function makeToken(random: Uint8Array): Token {
  invariant(random.length === TOKEN_RANDOM_BYTES, 'a token is made from exactly 13 random bytes');
  return crockford(random, TOKEN_SYMBOLS).toUpperCase();
}

/**
 * The symbol that makes a token, read as a polynomial over GF(32), vanish at a primitive element.
 *
 * Every position has another weight, so each single wrong symbol and each swap of two symbols is noticed.
 */
export function checkSymbol(token: Token): string {
  let sum = 0;
  for (const symbol of token) sum = timesX(sum ^ SYMBOLS.indexOf(symbol));
  return SYMBOLS.charAt(sum);
}

/** Multiplies by x modulo x⁵ + x² + 1, which is primitive. */
function timesX(element: number): number {
  const doubled = element << 1;
  return doubled & 0b100000 ? doubled ^ 0b100101 : doubled;
}

/** As printed on a sheet: `XXXXXXX-XXXXXXX-XXXXXXX`. */
export function showToken(token: Token): string {
  const text = token + checkSymbol(token);
  return `${text.slice(0, 7)}-${text.slice(7, 14)}-${text.slice(14)}`;
}

/** Reads a token as people type it: any case, with spaces or hyphens, O for 0, I and L for 1. */
export function readToken(typed: string): Outcome<Token, TokenRefusal> {
  const text = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[OIL]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  for (const symbol of text) if (!SYMBOLS.includes(symbol)) return refused('token-symbol');
  if (text.length !== TOKEN_SYMBOLS + 1) return refused('token-length');
  const token = text.slice(0, TOKEN_SYMBOLS);
  if (checkSymbol(token) !== text.slice(TOKEN_SYMBOLS)) return refused('token-check');
  return done(token);
}
