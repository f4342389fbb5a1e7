import type { Id } from '#app/kernel/id.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decideSave, type SaveRefusal, type SheetEntries } from '../rules/scoring.ts';
import { writeDraft } from '../store/sheets.server.ts';
import { openSheet } from './open-sheet.server.ts';

/** Keeps what an assessor has so far; nobody else sees it and it counts for nothing. */
export function saveScores(
  context: Context,
  applicationId: Id,
  entries: SheetEntries,
): Outcome<'saved', SaveRefusal | 'not-found' | 'tied'> {
  return context.transact((tx) => {
    const opened = openSheet(tx, context, applicationId);
    if (!opened.ok) return opened;
    const decision = decideSave(opened.value.facts, entries);
    if (decision.ok) writeDraft(tx, opened.value.sheet, entries, context.now);
    return decision;
  });
}
