import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayManageCall } from '../rules/access.ts';
import { type CallDraft, type DraftFault, draftFaults } from '../rules/draft.ts';
import { findTerms } from '../store/glossary.server.ts';
import { findCheckItems } from '../store/self-check.server.ts';
import { findCall, findCriteria, findQuestions, insertCall, isSlugTaken } from '../store.server.ts';
import { setCheckItems } from './set-check-items.server.ts';
import { setCriteria } from './set-criteria.server.ts';
import { setQuestions } from './set-questions.server.ts';
import { setTerms } from './set-terms.server.ts';

/**
 * Begins a draft of the same partner with the questions and their conditions, the criteria and their anchors,
 * the agreed words and the self-check of an earlier call, published or not.
 *
 * @param draft  the new call's own facts: usually those of the earlier one with a new title, address and dates
 */
export function copyCall(
  context: Context,
  sourceId: Id,
  draft: CallDraft,
): Outcome<{ callId: Id }, 'not-found' | 'slug-taken' | DraftFault> {
  const { actor } = context;
  return context.transact((tx) => {
    const source = findCall(tx, sourceId);
    if (actor === null || source === null || !mayManageCall(actor, source)) return refused('not-found');
    const fault = draftFaults(draft)[0];
    if (fault !== undefined) return refused(fault.fault);
    if (isSlugTaken(tx, draft.slug, null)) return refused('slug-taken');
    const callId = context.newId();
    insertCall(tx, {
      ...draft,
      id: callId,
      partnerId: source.partnerId,
      state: 'draft',
      createdAt: context.now,
      createdBy: actor.personId,
      publishedAt: null,
    });
    const parts = [
      setQuestions(
        context,
        callId,
        findQuestions(tx, sourceId).map((question) => ({ ...question, key: question.id })),
      ),
      setCriteria(context, callId, findCriteria(tx, sourceId)),
      setTerms(context, callId, findTerms(tx, sourceId)),
      setCheckItems(context, callId, findCheckItems(tx, sourceId)),
    ];
    invariant(
      parts.every((part) => part.ok),
      'what one draft could hold, another can: the same rules wrote it',
    );
    return done({ callId });
  });
}
