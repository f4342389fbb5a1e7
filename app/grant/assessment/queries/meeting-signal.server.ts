import { createHash } from 'node:crypto';
import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { meetingTrace } from '../store/meeting-facts.server.ts';

/**
 * Names what the screens of a panel's meeting show: another mark, another screen. Whoever is kept away from an
 * application learns from it that something moved, and nothing else.
 */
export function meetingMark(context: Pick<Context, 'db'>, callId: Id): string {
  return createHash('sha256')
    .update(meetingTrace(context.db, callId) ?? '')
    .digest('base64url');
}

/** What those screens follow: one line of JSON. */
export function meetingSignal(context: Pick<Context, 'db'>, callId: Id): string {
  return JSON.stringify({ mark: meetingMark(context, callId) });
}
