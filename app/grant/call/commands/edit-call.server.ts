import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallDraft, type DraftFault, draftFaults } from '../rules/draft.ts';
import { isSlugTaken, updateCall } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Rewrites the facts of a draft; its questions and criteria stay as they are. */
export function editCall(
  context: Context,
  callId: Id,
  draft: CallDraft,
): Outcome<'edited', DraftRefusal | 'slug-taken' | DraftFault> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const fault = draftFaults(draft)[0];
    if (fault !== undefined) return refused(fault.fault);
    if (isSlugTaken(tx, draft.slug, callId)) return refused('slug-taken');
    updateCall(tx, callId, draft);
    return done('edited');
  });
}
