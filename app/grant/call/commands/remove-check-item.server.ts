import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findCheckItems, writeCheckItems } from '../store/self-check.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Takes one sentence out of a draft's self-check. */
export function removeCheckItem(context: Context, callId: Id, itemId: Id): Outcome<'removed', DraftRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findCheckItems(tx, callId);
    const kept = known.filter((item) => item.id !== itemId);
    if (kept.length === known.length) return refused('not-found');
    writeCheckItems(tx, callId, kept);
    return done('removed');
  });
}
