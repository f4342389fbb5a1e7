import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findTerms, writeTerms } from '../store/glossary.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Takes one word out of a draft's glossary. */
export function removeTerm(context: Context, callId: Id, termId: Id): Outcome<'removed', DraftRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findTerms(tx, callId);
    const kept = known.filter((term) => term.id !== termId);
    if (kept.length === known.length) return refused('not-found');
    writeTerms(tx, callId, kept);
    return done('removed');
  });
}
