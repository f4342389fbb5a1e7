import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { type WriteChangeRefusal, writeChange } from '../../call/commands/write-change.server.ts';
import { sincePublished } from '../queries/call-change.server.ts';

/**
 * Publishes a change to a call as its next version and promises a letter to everybody who is writing an application;
 * when a date moves, to those who have sent one too.
 *
 * @param wanted  the reason, and the hash of the text that the manager has read
 */
export function publishCallChange(
  context: Context,
  callId: Id,
  wanted: { readonly reason: string; readonly seen: string },
): Outcome<{ version: number }, WriteChangeRefusal> {
  return context.transact<{ version: number }, WriteChangeRefusal>((tx) => {
    const written = writeChange(context, callId, wanted, sincePublished(context, callId));
    if (!written.ok) return written;
    const { version } = written.value;
    promise(tx, context, { kind: 'call-changed', subjectId: callId, detail: { version: String(version) } });
    return done({ version });
  });
}
