import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callForManager } from '../../call/queries/call-facts.server.ts';
import { findCode, markRevoked } from '../store/access-codes.server.ts';

/** Takes a code back: nobody can use it any more, and who has used it keeps the time that it gave. Twice is once. */
export function revokeCallCode(context: Context, callId: Id, codeId: Id): Outcome<'revoked', 'not-found'> {
  return context.transact((tx) => {
    const code = findCode(tx, codeId);
    if (code === null || code.callId !== callId || callForManager(context, callId) === null) {
      return refused('not-found');
    }
    markRevoked(tx, codeId, context.now);
    return done('revoked');
  });
}
