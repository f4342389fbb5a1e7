import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decideSave, type SaveRefusal, type SheetEntries, saysTheSame } from '../rules/scoring.ts';
import { keepSheet, openSheet } from './open-sheet.server.ts';

/**
 * Keeps what an assessor has so far; nobody else sees it and it counts for nothing.
 *
 * @param seen  the revision she had before her, 0 for a sheet not begun; without it the newest words win
 */
export function saveScores(
  context: Context,
  applicationId: Id,
  entries: SheetEntries,
  seen?: number,
): Outcome<{ revision: number }, SaveRefusal | 'not-found' | 'tied'> {
  return context.transact((tx) => {
    const opened = openSheet(tx, context, applicationId);
    if (!opened.ok) return opened;
    const { facts, sheet } = opened.value;
    const decision = decideSave(facts, entries, seen);
    if (!decision.ok) return decision;
    if (saysTheSame(facts, entries)) return done({ revision: sheet.revision });
    return done({ revision: keepSheet(tx, context, opened.value, entries) });
  });
}
