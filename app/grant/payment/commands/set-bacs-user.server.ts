import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { deleteBacsUser, putBacsUser } from '../store/bacs-users.server.ts';

/**
 * Says under which number a partner submits to Bacs: from then on its bank files have a Standard 18 form, too. Files that were
 * made before stay as they are.
 *
 * @param callId             one of the partner's calls, whose books the person keeps
 * @param serviceUserNumber  six digits; null for a partner that does not submit any more
 */
export function setBacsUser(
  context: Context,
  callId: Id,
  serviceUserNumber: string | null,
): Outcome<'set', 'not-found'> {
  const { actor, now } = context;
  return context.transact((tx) => {
    const call = callById(context, callId);
    if (call === null || actor === null || !mayKeepBooks(actor, call)) return refused('not-found');
    const { partnerId } = call;
    if (serviceUserNumber === null) deleteBacsUser(tx, partnerId);
    else putBacsUser(tx, { partnerId, serviceUserNumber, setAt: now, setBy: actor.personId });
    return done('set');
  });
}
