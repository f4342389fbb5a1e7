import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { CHECK_ITEMS_MAX, type CheckItemDraft, type CheckItemFault } from '../rules/self-check.ts';
import { type CheckItem, writeCheckItems } from '../store/self-check.server.ts';
import { decideCheckItem } from './decide-check-item.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Replaces the whole self-check of a draft. */
export function setCheckItems(
  context: Context,
  callId: Id,
  items: readonly CheckItemDraft[],
): Outcome<'set', DraftRefusal | CheckItemFault | 'too-many-items'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    if (items.length > CHECK_ITEMS_MAX) return refused('too-many-items');
    const written: CheckItem[] = [];
    for (const item of items) {
      const decision = decideCheckItem(tx, item);
      if (!decision.ok) return decision;
      written.push({ ...decision.value, id: context.newId() });
    }
    writeCheckItems(tx, callId, written);
    return done('set');
  });
}
