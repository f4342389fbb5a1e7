import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { areTermsApart, TERMS_MAX, type TermDraft, type TermFault, termFaults } from '../rules/terms.ts';
import { writeTerms } from '../store/glossary.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/** Replaces the whole glossary of a draft. */
export function setTerms(
  context: Context,
  callId: Id,
  terms: readonly TermDraft[],
): Outcome<'set', DraftRefusal | TermFault | 'term-twice' | 'too-many-terms'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    if (terms.length > TERMS_MAX) return refused('too-many-terms');
    const fault = terms.flatMap(termFaults)[0];
    if (fault !== undefined) return refused(fault.fault);
    if (!areTermsApart(terms)) return refused('term-twice');
    writeTerms(
      tx,
      callId,
      terms.map((term) => ({ ...term, id: context.newId() })),
    );
    return done('set');
  });
}
