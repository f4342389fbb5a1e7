import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Level } from '../rules/level.ts';
import { PASS_LEVEL } from '../rules/pass.ts';
import { hasReached } from '../rules/poll-state.ts';
import type { BallotBox } from './open-ballot-box.server.ts';
import { termsOf } from './poll-terms.server.ts';
import { transact } from './transact.server.ts';

export type TokenBatch = {
  readonly level: Level;
  /** What the batch is called on its printed sheets, e.g. `A-1`; at most 64 characters. */
  readonly batch: string;
  /** 32 bytes each. The tokens themselves never come here. */
  readonly hashes: readonly Uint8Array[];
};

/** Adds a batch of token hashes to a draft; all or none. */
export function addTokenHashes(
  box: BallotBox,
  pollId: string,
  { level, batch, hashes }: TokenBatch,
): Outcome<number, 'unknown-poll' | 'not-draft' | 'level-not-offered' | 'token-repeated'> {
  return transact(box, () => {
    const terms = termsOf(box, pollId);
    if (terms === null) return refused('unknown-poll');
    if (terms.state !== 'draft') return refused('not-draft');
    if (level === PASS_LEVEL || !terms.manifest.levels.includes(level)) return refused('level-not-offered');
    for (const hash of hashes) {
      const tokenHash = Buffer.from(hash);
      if (box.casting.findToken(pollId, tokenHash) !== null) return refused('token-repeated');
      box.statements.insertToken.run({ pollId, tokenHash, level, batch });
    }
    return done(hashes.length);
  });
}

/** Which tokens of a batch to void: all of it when its sheets were lost. */
export type VoidRequest = { readonly batch: string } | { readonly hashes: readonly Uint8Array[] };

/**
 * Makes unused tokens worthless, in public, any time before the close; all or none. Voiding twice is harmless.
 *
 * @returns  how many are void now that were not before
 */
export function voidTokens(
  box: BallotBox,
  pollId: string,
  request: VoidRequest,
): Outcome<number, 'unknown-poll' | 'already-closed' | 'unknown-token' | 'already-used'> {
  return transact(box, () => {
    const { statements, casting } = box;
    const state = termsOf(box, pollId)?.state;
    if (state === undefined) return refused('unknown-poll');
    const isClosed = hasReached(state, 'closed');
    let voided = 0;
    for (const hash of hashesOf(box, pollId, request)) {
      const tokenHash = Buffer.from(hash);
      const token = casting.findToken(pollId, tokenHash);
      if (token === null) return refused('unknown-token');
      if (token.isVoid) continue;
      if (isClosed) return refused('already-closed');
      if (token.isSpent) return refused('already-used');
      statements.insertVoid.run({ pollId, tokenHash });
      voided += 1;
    }
    return done(voided);
  });
}

function hashesOf(box: BallotBox, pollId: string, request: VoidRequest): readonly Uint8Array[] {
  if ('hashes' in request) return request.hashes;
  const tokens = box.statements.listTokens.all({ pollId });
  return tokens.filter((token) => token.batch === request.batch).map((token) => token.tokenHash);
}
