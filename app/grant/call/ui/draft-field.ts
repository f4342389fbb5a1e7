import { type CallDraft, type DraftFault, draftFaults } from '../rules/draft.ts';

/** The field of the facts form where a refusal is shown. */
export function draftFieldOf(draft: CallDraft, reason: DraftFault | 'slug-taken'): keyof CallDraft {
  if (reason === 'slug-taken') return 'slug';
  return draftFaults(draft).find(({ fault }) => fault === reason)?.field ?? 'title';
}
