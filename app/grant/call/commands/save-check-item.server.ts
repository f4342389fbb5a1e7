import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { CHECK_ITEMS_MAX, type CheckItemDraft, type CheckItemFault } from '../rules/self-check.ts';
import { findCheckItems, writeCheckItems } from '../store/self-check.server.ts';
import { decideCheckItem } from './decide-check-item.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/**
 * Rewrites one sentence of a draft's self-check, or adds a new one at the end.
 *
 * @param itemId  null for a new one
 */
export function saveCheckItem(
  context: Context,
  callId: Id,
  itemId: Id | null,
  draft: CheckItemDraft,
): Outcome<{ itemId: Id }, DraftRefusal | CheckItemFault | 'too-many-items'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findCheckItems(tx, callId);
    if (itemId !== null && !known.some((other) => other.id === itemId)) return refused('not-found');
    if (itemId === null && known.length >= CHECK_ITEMS_MAX) return refused('too-many-items');
    const decision = decideCheckItem(tx, draft);
    if (!decision.ok) return decision;
    const saved = { ...decision.value, id: itemId ?? context.newId() };
    const kept = known.map((other) => (other.id === itemId ? saved : other));
    writeCheckItems(tx, callId, itemId === null ? [...known, saved] : kept);
    return done({ itemId: saved.id });
  });
}
