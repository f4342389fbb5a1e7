import type { Minor } from '#app/kernel/money.ts';

/** Rows of one page: enough to work through in a sitting, few enough for a slow telephone. */
export const PAGE_ROWS = 50;

/** Where counting stops: beyond it a page says "more than", so that counting never costs more than reading. */
export const COUNTED_MAX = 1_000;

export const SORTS = ['reference', 'title', 'group', 'amount', 'submitted', 'saved'] as const;
export type Sort = (typeof SORTS)[number];
export type ListOrder = { readonly sort: Sort; readonly isDescending: boolean };

export const ELIGIBILITIES = ['unchecked', 'eligible', 'not-eligible', 'more-needed'] as const;
export type Eligibility = (typeof ELIGIBILITIES)[number];

/** What staff narrow a list down to; null asks for everything. */
export type ListFilter = {
  /** As it was typed. */
  readonly search: string | null;
  readonly state: 'submitted' | 'withdrawn' | null;
  readonly theme: string | null;
  readonly city: string | null;
  readonly language: string | null;
  readonly eligibility: Eligibility | null;
  readonly letter: 'waiting' | null;
  readonly hasRecording: boolean | null;
  readonly amountFrom: Minor | null;
  readonly amountTo: Minor | null;
};

export const NO_FILTER: ListFilter = {
  search: null,
  state: null,
  theme: null,
  city: null,
  language: null,
  eligibility: null,
  letter: null,
  hasRecording: null,
  amountFrom: null,
  amountTo: null,
};

/** What is counted ahead of every question, by its value. */
export const FACETS = ['state', 'theme', 'city', 'language', 'eligibility', 'recording'] as const;
export type Facet = (typeof FACETS)[number];

/** The one facet a filter asks for; null when it asks for more, or for something that is not counted ahead. */
export function onlyFacet(filter: ListFilter): { facet: Facet; value: string } | null {
  const { hasRecording, ...rest } = filter;
  const asked = Object.entries(rest).filter(([, value]) => value !== null);
  if (hasRecording !== null) asked.push(['recording', hasRecording ? '1' : '0']);
  const [name, value] = asked[0] ?? [];
  const facet = FACETS.find((each) => each === name);
  return asked.length === 1 && facet !== undefined ? { facet, value: String(value) } : null;
}

/** Whether anything at all narrows the list down. */
export function isFiltered(filter: ListFilter): boolean {
  return Object.values(filter).some((value) => value !== null);
}

const TERMS_MAX = 8;

/**
 * What to ask the index of words for: every word, from its beginning.
 *
 * @returns null when there is no letter and no digit to look for
 * @source  SQLite FTS5, query syntax: a string in quotes has no operators in it
 */
export function searchExpression(typed: string): string | null {
  const terms = typed
    .normalize('NFC')
    .split(/[^\p{L}\p{M}\p{N}\p{Co}]+/u)
    .filter((term) => /[\p{L}\p{N}\p{Co}]/u.test(term))
    .slice(0, TERMS_MAX);
  return terms.length === 0 ? null : terms.map((term) => `"${term}"*`).join(' ');
}

/** Where a page begins: after a row of the list, or before it. The row is named by its place, which never changes. */
export type Cursor = { readonly toward: 'after' | 'before'; readonly place: number };

/** @returns 'malformed' for what no link of ours says */
export function readCursor(asked: { after: string | null; before: string | null }): Cursor | null | 'malformed' {
  const { after, before } = asked;
  if (after === null && before === null) return null;
  const text = after ?? before ?? '';
  if ((after !== null && before !== null) || !/^[1-9]\d{0,14}$/.test(text)) return 'malformed';
  return { toward: after === null ? 'before' : 'after', place: Number(text) };
}
