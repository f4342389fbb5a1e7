import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type Direction, moved } from '../rules/order.ts';
import { findCheckItems, writeCheckItems } from '../store/self-check.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Moves one sentence of a draft's self-check a place up or down. */
export function moveCheckItem(
  context: Context,
  callId: Id,
  itemId: Id,
  direction: Direction,
): Outcome<'moved', DraftRefusal> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findCheckItems(tx, callId);
    const place = known.findIndex((item) => item.id === itemId);
    if (place === -1) return refused('not-found');
    writeCheckItems(tx, callId, moved(known, place, direction));
    return done('moved');
  });
}
