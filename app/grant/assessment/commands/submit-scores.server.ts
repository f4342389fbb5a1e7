import type { Id } from '#app/kernel/id.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decideSubmit, type SheetEntries, type SubmitRefusal } from '../rules/scoring.ts';
import { markSheetSubmitted } from '../store/sheets.server.ts';
import { keepSheet, openSheet } from './open-sheet.server.ts';

/**
 * Hands a whole sheet in: from then on it counts, it is frozen, and its assessor sees the others'.
 *
 * @param seen  as `saveScores`
 */
export function submitScores(
  context: Context,
  applicationId: Id,
  entries: SheetEntries,
  seen?: number,
): Outcome<'submitted', SubmitRefusal | 'not-found' | 'tied'> {
  return context.transact((tx) => {
    const opened = openSheet(tx, context, applicationId);
    if (!opened.ok) return opened;
    const decision = decideSubmit(opened.value.facts, entries, seen);
    if (!decision.ok) return decision;
    keepSheet(tx, context, opened.value, entries);
    markSheetSubmitted(tx, opened.value.sheet.id, context.now);
    return decision;
  });
}
