import { asc, eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { callTerm } from '#db/schema/call.ts';
import type { TermDraft } from '../rules/terms.ts';

export type Term = TermDraft & { readonly id: Id };

export function findTerms(tx: Tx, callId: Id): Term[] {
  return tx
    .select({ id: callTerm.id, term: callTerm.term, meaning: callTerm.meaning })
    .from(callTerm)
    .where(eq(callTerm.callId, callId))
    .orderBy(asc(callTerm.position))
    .all();
}

/** Writes the whole list in its order. Nothing refers to the words of a draft, so their ids survive. */
export function writeTerms(tx: Tx, callId: Id, terms: readonly Term[]): void {
  tx.delete(callTerm).where(eq(callTerm.callId, callId)).run();
  for (const [place, { id, term, meaning }] of terms.entries()) {
    tx.insert(callTerm)
      .values({ id, callId, position: place + 1, term, meaning })
      .run();
  }
}
