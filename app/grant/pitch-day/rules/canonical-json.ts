import { invariant } from '#app/kernel/invariant.ts';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Writes JSON in the one spelling that gets hashed: keys by code unit, no spaces, whole numbers only.
 *
 * Fractions are ruled out because languages print them differently, and a recount may be in any language.
 *
 * @throws InvariantError on a number that is not a safe whole number, or a text with a lone surrogate
 */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    invariant(Number.isSafeInteger(value) && !Object.is(value, -0), 'hashed JSON holds whole numbers only');
    return String(value);
  }
  if (typeof value === 'string') {
    invariant(value.isWellFormed(), 'hashed JSON holds well-formed text only');
    return JSON.stringify(value);
  }
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key] ?? null)}`);
  return `{${members.join(',')}}`;
}

/** `Array.isArray` does not narrow read-only lists. */
function isList(value: readonly Json[] | { readonly [key: string]: Json }): value is readonly Json[] {
  return Array.isArray(value);
}
