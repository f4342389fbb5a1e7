import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findUndrawn, throwsOf } from '../store/lottery.server.ts';
import { witnessOf } from './lottery.server.ts';

/**
 * The calls among these whose list is fixed and where the signed-in person has still to type what the dice show: she has
 * typed nothing, or somebody else has read them otherwise. The longest wait first.
 */
export function lotsToRead(context: Context, callIds: readonly Id[]): Id[] {
  return findUndrawn(context.db, callIds).flatMap(({ id, callId }) => {
    const personId = witnessOf(context, callId);
    if (personId === null) return [];
    const typed = throwsOf(context.db, id);
    const differ = new Set(new Map(typed.map((one) => [one.personId, one.thrown])).values()).size > 1;
    return differ || typed.every((one) => one.personId !== personId) ? [callId] : [];
  });
}
