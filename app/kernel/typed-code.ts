import { plainDigits } from './digits.ts';
import { done, type Outcome, refused } from './outcome.ts';

/** Why what was typed is no secret in Crockford base32 whose last symbol checks the others. */
export type TypedCodeRefusal = 'length' | 'symbol' | 'check';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LOOK_ALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };

/**
 * The symbol that makes a secret, read as a polynomial over GF(32), vanish at a primitive element.
 *
 * Every position has another weight, so each single wrong symbol and each swap of two symbols is noticed.
 *
 * @param secret  at most 30 symbols: the weights repeat after 31 places
 */
function checkSymbol(secret: string): string {
  let sum = 0;
  for (const symbol of secret) sum = timesX(sum ^ SYMBOLS.indexOf(symbol));
  return SYMBOLS.charAt(sum);
}

/** Multiplies by x modulo x⁵ + x² + 1, which is primitive. */
function timesX(element: number): number {
  const doubled = element << 1;
  return doubled & 0b100000 ? doubled ^ 0b100101 : doubled;
}

/** A secret with its check symbol, in groups of the same length with hyphens between them. */
export function showTypedCode(secret: string, groupLength: number): string {
  const text = secret + checkSymbol(secret);
  const groups = Math.ceil(text.length / groupLength);
  return Array.from({ length: groups }, (_, place) => text.slice(place * groupLength, (place + 1) * groupLength)).join(
    '-',
  );
}

/**
 * Reads a secret as people type it: any case, with spaces or hyphens, O for 0, I and L for 1.
 *
 * @param symbols  how many symbols the secret has without its check symbol
 * @returns        the secret in capitals, without its check symbol
 */
export function readTypedCode(typed: string, symbols: number): Outcome<string, TypedCodeRefusal> {
  const text = plainDigits(typed)
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[OIL]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  for (const symbol of text) if (!SYMBOLS.includes(symbol)) return refused('symbol');
  if (text.length !== symbols + 1) return refused('length');
  const secret = text.slice(0, symbols);
  if (checkSymbol(secret) !== text.slice(symbols)) return refused('check');
  return done(secret);
}
