import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { wordSuggestion } from '#db/schema/people.ts';

export type Suggestion = typeof wordSuggestion.$inferSelect;

export function insertSuggestion(tx: Tx, row: Omit<Suggestion, 'settledAt'>): void {
  tx.insert(wordSuggestion).values(row).run();
}

export function findOpenSuggestions(tx: Tx, most: number): Suggestion[] {
  return tx
    .select()
    .from(wordSuggestion)
    .where(isNull(wordSuggestion.settledAt))
    .orderBy(desc(wordSuggestion.createdAt), desc(wordSuggestion.id))
    .limit(most)
    .all();
}

/** @returns whether it was open */
export function markSettled(tx: Tx, suggestionId: Id, now: Instant): boolean {
  const isOpen = and(eq(wordSuggestion.id, suggestionId), isNull(wordSuggestion.settledAt));
  return tx.update(wordSuggestion).set({ settledAt: now }).where(isOpen).run().changes > 0;
}
