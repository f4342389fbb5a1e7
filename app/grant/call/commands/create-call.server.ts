import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayManageCall } from '../rules/access.ts';
import { type CallDraft, type DraftFault, draftFaults } from '../rules/draft.ts';
import { SUGGESTED_TERMS } from '../rules/suggested-terms.ts';
import { TEMPLATES } from '../rules/templates.ts';
import { writeTerms } from '../store/glossary.server.ts';
import { insertCall, isSlugTaken, writeCriteria, writeQuestions } from '../store.server.ts';

export type NewCall = CallDraft & { readonly partnerId: Id };

/**
 * Begins a call as a draft, with the questions, criteria and agreed words that its strand usually has,
 * so that nobody starts from an empty page.
 */
export function createCall(
  context: Context,
  draft: NewCall,
): Outcome<{ callId: Id }, 'not-found' | 'slug-taken' | DraftFault> {
  const { actor } = context;
  if (actor === null || !mayManageCall(actor, draft)) return refused('not-found');
  const fault = draftFaults(draft)[0];
  if (fault !== undefined) return refused(fault.fault);
  return context.transact((tx) => {
    if (isSlugTaken(tx, draft.slug, null)) return refused('slug-taken');
    const callId = context.newId();
    insertCall(tx, {
      ...draft,
      id: callId,
      state: 'draft',
      createdAt: context.now,
      createdBy: actor.personId,
      publishedAt: null,
    });
    const template = TEMPLATES[draft.strand];
    writeQuestions(tx, callId, withIds(context, template.questions));
    writeCriteria(tx, callId, withIds(context, template.criteria));
    writeTerms(tx, callId, withIds(context, SUGGESTED_TERMS[draft.strand]));
    return done({ callId });
  });
}

function withIds<Entry>(context: Context, entries: readonly Entry[]): (Entry & { id: Id })[] {
  return entries.map((entry) => ({ ...entry, id: context.newId() }));
}
