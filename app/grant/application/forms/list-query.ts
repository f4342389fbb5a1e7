import type { Id } from '#app/kernel/id.ts';
import { type Currency, parseMinor } from '#app/kernel/money.ts';
import { type Cursor, ELIGIBILITIES, type ListFilter, type ListOrder, readCursor, SORTS } from '../rules/listing.ts';
import { plainAmount } from '../rules/plain-amount.ts';

/** Longer than this nobody looks for. */
const SEARCH_CHARACTERS_MAX = 200;

export type ListQuery = {
  readonly filter: ListFilter;
  readonly order: ListOrder;
  readonly cursor: Cursor | null;
  /** What the address says and nobody can read: it is left out, and said. */
  readonly faults: readonly ('amount' | 'page' | 'search')[];
};

export const USUAL_ORDER: ListOrder = { sort: 'reference', isDescending: false };

/** Reads the address of a list. Whatever somebody made of it, there is a list to show. */
export function readListQuery(params: URLSearchParams, currency: Currency): ListQuery {
  const faults: ListQuery['faults'][number][] = [];
  const text = (name: string) => params.get(name)?.trim() || null;
  const amount = (name: string) => {
    const typed = text(name);
    const read = typed === null ? null : parseMinor(typed, currency);
    if (typed !== null && read === null && !faults.includes('amount')) faults.push('amount');
    return read;
  };
  const search = text('search')?.slice(0, SEARCH_CHARACTERS_MAX) ?? null;
  const isSearchable = search === null || /[\p{L}\p{N}]/u.test(search);
  if (!isSearchable) faults.push('search');
  const cursor = readCursor({ after: params.get('after'), before: params.get('before') });
  if (cursor === 'malformed') faults.push('page');
  const order = text('order') ?? '';
  const sort = SORTS.find((each) => each === order.replace(/^-/, ''));
  return {
    filter: {
      search: isSearchable ? search : null,
      state: oneOf(['submitted', 'withdrawn'] as const, text('state')),
      theme: text('theme'),
      city: text('city'),
      language: text('language'),
      eligibility: oneOf(ELIGIBILITIES, text('eligibility')),
      letter: oneOf(['waiting'] as const, text('letter')),
      hasRecording: { yes: true, no: false }[text('recording') ?? ''] ?? null,
      amountFrom: amount('from'),
      amountTo: amount('to'),
    },
    order: sort === undefined ? USUAL_ORDER : { sort, isDescending: order.startsWith('-') },
    cursor: cursor === 'malformed' ? null : cursor,
    faults,
  };
}

function oneOf<const Value extends string>(values: readonly Value[], text: string | null): Value | null {
  return values.find((value) => value === text) ?? null;
}

/** A filter as an address says it: nothing for what is not asked. */
export function filterQuery(filter: ListFilter, currency: Currency): Record<string, string> {
  const { hasRecording, amountFrom, amountTo, ...rest } = filter;
  const pairs: readonly (readonly [string, string | null])[] = [
    ...Object.entries(rest),
    ['recording', hasRecording === null ? null : hasRecording ? 'yes' : 'no'],
    ['from', plainAmount(amountFrom, currency)],
    ['to', plainAmount(amountTo, currency)],
  ];
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== ''));
}

export function orderQuery({ sort, isDescending }: ListOrder): string {
  return `${isDescending ? '-' : ''}${sort}`;
}

/** What a button of the list chose: the ticked rows, or everything that its address asks for. */
export type AskedFor =
  | { readonly kind: 'ticked'; readonly applicationIds: readonly Id[] }
  | { readonly kind: 'all'; readonly filter: ListFilter };

export function readChosen(params: URLSearchParams, currency: Currency): AskedFor {
  return params.get('scope') === 'all'
    ? { kind: 'all', filter: readListQuery(params, currency).filter }
    : { kind: 'ticked', applicationIds: params.getAll('a') };
}
