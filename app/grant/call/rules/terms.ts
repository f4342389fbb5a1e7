/** A word the call has agreed on, with what it means here. */
export type TermDraft = { readonly term: string; readonly meaning: string };

export type TermFault = 'term-empty' | 'meaning-empty';

/** More than a page of words is a dictionary, and nobody reads it beside a question. */
export const TERMS_MAX = 20;

/** What is wrong with one word by itself, by field. */
export function termFaults(draft: TermDraft): { field: keyof TermDraft; fault: TermFault }[] {
  const faults: { field: keyof TermDraft; fault: TermFault }[] = [];
  if (draft.term.trim() === '') faults.push({ field: 'term', fault: 'term-empty' });
  if (draft.meaning.trim() === '') faults.push({ field: 'meaning', fault: 'meaning-empty' });
  return faults;
}

/** Whether two entries explain the same word: "Group" is "group". */
export function isSameTerm(one: Pick<TermDraft, 'term'>, other: Pick<TermDraft, 'term'>): boolean {
  return plain(one.term) === plain(other.term);
}

/** Whether no word is explained twice. */
export function areTermsApart(terms: readonly TermDraft[]): boolean {
  return new Set(terms.map(({ term }) => plain(term))).size === terms.length;
}

function plain(term: string): string {
  return term.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
