import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { mayStart } from '../rules/access.ts';
import { type Details, NO_DETAILS } from '../rules/details.ts';
import { referenceOf } from '../rules/reference.ts';
import { findDraft, insertDraft, isReferenceTaken } from '../store.server.ts';

export type Started = { readonly applicationId: Id; readonly isNew: boolean };
export type StartRefusal = 'not-found' | 'own-call' | 'call-not-open';

/**
 * Begins a draft, or finds the one its applicant has already begun for this call.
 *
 * @param details  what is known already; ignored when there is a draft
 */
export function startApplication(
  context: Context,
  callId: Id,
  details: Partial<Details> = {},
): Outcome<Started, StartRefusal> {
  const { actor } = context;
  return context.transact<Started, StartRefusal>((tx) => {
    const call = callById(context, callId);
    if (actor === null || call === null || call.state !== 'published') return refused('not-found');
    const draft = findDraft(tx, callId, actor.personId);
    if (draft !== null) return done({ applicationId: draft.id, isNew: false });
    if (!mayStart(actor, call)) return refused('own-call');
    if (windowOf(call, context.now) !== 'open') return refused('call-not-open');
    const applicationId = context.newId();
    let reference = referenceOf(call.strand, context.newId());
    while (isReferenceTaken(tx, reference)) reference = referenceOf(call.strand, context.newId());
    insertDraft(tx, {
      ...NO_DETAILS,
      ...details,
      id: applicationId,
      callId,
      applicantId: actor.personId,
      reference,
      now: context.now,
    });
    return done({ applicationId, isNew: true });
  });
}
