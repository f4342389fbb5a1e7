import { crockford } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import { readTypedCode, showTypedCode } from '#app/kernel/typed-code.ts';

/** Twenty Crockford symbols in capitals, 100 bits, without the check symbol. */
export type Token = string;

export type TokenRefusal = 'token-length' | 'token-symbol' | 'token-check';

/** Thirteen bytes hold the 100 bits; the last four bits are dropped. */
export const TOKEN_RANDOM_BYTES = 13;

/** Without the check symbol, and how many stand together. */
export const TOKEN_FORM = { symbols: 20, group: 7 } as const;

/** @param random  thirteen bytes from a cryptographic source */
export function makeToken(random: Uint8Array): Token {
  invariant(random.length === TOKEN_RANDOM_BYTES, 'a token is made from exactly 13 random bytes');
  return crockford(random, TOKEN_FORM.symbols).toUpperCase();
}

/** As printed on a sheet: `XXXXXXX-XXXXXXX-XXXXXXX`. */
export function showToken(token: Token): string {
  return showTypedCode(token, TOKEN_FORM.group);
}

/** Reads a token as people type it: any case, with spaces or hyphens, O for 0, I and L for 1. */
export function readToken(typed: string): Outcome<Token, TokenRefusal> {
  const read = readTypedCode(typed, TOKEN_FORM.symbols);
  return read.ok ? read : refused(`token-${read.reason}`);
}
