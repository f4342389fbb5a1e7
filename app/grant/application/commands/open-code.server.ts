import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { decideUse, readAccessCode, type UseRefusal } from '../rules/access-code.ts';
import { type CountedCode, findCodeByHash, hasUsed } from '../store/access-codes.server.ts';
import { accessCodeHash } from './access-code-hash.server.ts';

/** Wrong codes an hour, person and call. Slips do not count: their check symbol is wrong, so they were no guesses. */
export const WRONG_CODES_MAX = 10;

export type CodeRefusal = UseRefusal | 'code-unreadable' | 'too-many-tries';

const limitOf = limitPerStore<Context['db']>(WRONG_CODES_MAX, HOUR);

/**
 * Finds the code that somebody typed and says whether this application may come by it. It uses nothing up.
 *
 * @param draftId  a draft that may have come by it already: then it works for it, even when it is used up
 */
export function openCode(
  tx: Tx,
  context: Context,
  at: { readonly callId: Id; readonly personId: Id; readonly draftId: Id | null },
  typed: string,
): Outcome<CountedCode, CodeRefusal> {
  const read = readAccessCode(typed);
  if (!read.ok) return read;
  const limit = limitOf(context.db);
  const key = `${at.callId} ${at.personId}`;
  if (limit.isReached(key, context.now)) return refused('too-many-tries');
  const code = findCodeByHash(tx, accessCodeHash(context, read.value));
  const decision = decideUse(code, at.callId, context.now);
  if (code === null || (!decision.ok && decision.reason === 'code-unknown')) {
    limit.allows(key, context.now);
    return refused('code-unknown');
  }
  if (at.draftId !== null && hasUsed(tx, at.draftId, code.id)) return done(code);
  return decision.ok ? done(code) : decision;
}
