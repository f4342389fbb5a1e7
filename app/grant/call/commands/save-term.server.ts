import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isSameTerm, TERMS_MAX, type TermDraft, type TermFault, termFaults } from '../rules/terms.ts';
import { findTerms, writeTerms } from '../store/glossary.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/**
 * Rewrites one word of a draft's glossary, or adds a new one at the end.
 *
 * @param termId  null for a new one
 */
export function saveTerm(
  context: Context,
  callId: Id,
  termId: Id | null,
  draft: TermDraft,
): Outcome<{ termId: Id }, DraftRefusal | TermFault | 'term-twice' | 'too-many-terms'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    const known = findTerms(tx, callId);
    if (termId !== null && !known.some((other) => other.id === termId)) return refused('not-found');
    if (termId === null && known.length >= TERMS_MAX) return refused('too-many-terms');
    const fault = termFaults(draft)[0];
    if (fault !== undefined) return refused(fault.fault);
    if (known.some((other) => other.id !== termId && isSameTerm(other, draft))) return refused('term-twice');
    const saved = { ...draft, id: termId ?? context.newId() };
    const kept = known.map((other) => (other.id === termId ? saved : other));
    writeTerms(tx, callId, termId === null ? [...known, saved] : kept);
    return done({ termId: saved.id });
  });
}
