import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { readerOfBooks } from '../queries/auditing.server.ts';
import { insertReading, type ReadingRow } from '../store/auditors.server.ts';

/** Writes down what an auditor is shown, before it is shown. What the keepers of the books read is their work, and not written down. */
export function recordReading(context: Context, callId: Id, read: Pick<ReadingRow, 'what' | 'subject'>): void {
  const call = callById(context, callId);
  const reader = call && readerOfBooks(context, call);
  if (reader === null || reader.auditorId === null) return;
  const { auditorId } = reader;
  context.transact((tx) => {
    insertReading(tx, { auditorId, callId, ...read, readAt: context.now });
    return done(null);
  });
}
