import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type DecidedLetter, decidedLetter } from '../../assessment/queries/decided-letter.server.ts';
import type { OutcomeName } from '../rules/deciding.ts';
import { findOutcome } from '../store.server.ts';

/** What was agreed on for a group in this very decision; what came of it later is told in other words. No actor is checked. */
export function agreedLetter(context: Context, applicationId: Id, outcome: OutcomeName): DecidedLetter | null {
  const row = findOutcome(context.db, applicationId);
  return row?.outcome === outcome ? decidedLetter(context, row.callId, applicationId, 'award') : null;
}
