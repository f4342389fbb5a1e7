import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayTryOut } from '../rules/access.ts';
import { NO_DETAILS } from '../rules/details.ts';
import { testReferenceOf } from '../rules/reference.ts';
import { findDraft, insertDraft, isReferenceTaken } from '../store.server.ts';

/**
 * Begins a pretend application to a call that is not published yet, or finds the one its manager is filling in.
 * Every page and command of a real one serves it; it is in no list, and publishing deletes it.
 */
export function startTest(context: Context, callId: Id): Outcome<{ applicationId: Id }, 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const call = callById(context, callId);
    if (actor === null || call === null || !mayTryOut(actor, call)) return refused('not-found');
    const begun = findDraft(tx, callId, actor.personId);
    if (begun !== null) return done({ applicationId: begun.id });
    const id = context.newId();
    let reference = testReferenceOf(context.newId());
    while (isReferenceTaken(tx, reference)) reference = testReferenceOf(context.newId());
    insertDraft(tx, { ...NO_DETAILS, id, callId, applicantId: actor.personId, reference, now: context.now });
    return done({ applicationId: id });
  });
}
