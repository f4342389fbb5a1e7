import { taggedHash } from '#app/kernel/tagged-hash.ts';
import type { Token } from './token.ts';

/** All that is ever stored of a token. Apart from `token.ts`, which a voter's browser runs too. */
export function tokenHash(pollId: string, token: Token): Uint8Array {
  return taggedHash('tok/v1', pollId, token);
}
