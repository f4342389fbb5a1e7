import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../rules/listing.ts';
import { filterQuery, orderQuery, readChosen, readListQuery, USUAL_ORDER } from './list-query.ts';

const read = (query: string) => readListQuery(new URLSearchParams(query), 'GBP');

describe('the address of a list', () => {
  it('says everything that it is narrowed down by, and reads it again', () => {
    const filter = {
      search: 'مطبخ kitchen',
      state: 'submitted',
      theme: 'Health & care',
      city: 'Hull',
      language: 'ar',
      eligibility: 'not-eligible',
      letter: 'waiting',
      hasRecording: true,
      amountFrom: 100_050,
      amountTo: 300_000,
    } as const;
    const address = new URLSearchParams({
      ...filterQuery(filter, 'GBP'),
      order: orderQuery({ sort: 'amount', isDescending: true }),
      after: '7',
    });
    expect(address.get('from')).toBe('1000.50');
    expect(read(address.toString())).toEqual({
      filter,
      order: { sort: 'amount', isDescending: true },
      cursor: { toward: 'after', place: 7 },
      faults: [],
    });
  });

  it('says nothing for what is not asked', () => {
    expect(filterQuery(NO_FILTER, 'GBP')).toEqual({});
    expect(read('')).toEqual({ filter: NO_FILTER, order: USUAL_ORDER, cursor: null, faults: [] });
    expect(read('search=&city=+&from=&state=')).toEqual(read(''));
  });

  it('shows a list whatever somebody made of it, and says what was left out', () => {
    expect(read('order=drop%20table&state=draft&eligibility=x&recording=maybe')).toEqual(read(''));
    expect(read('from=lots&to=-5').faults).toEqual(['amount']);
    expect(read('after=x').faults).toEqual(['page']);
    expect(read('search=%F0%9F%99%82')).toMatchObject({ filter: { search: null }, faults: ['search'] });
  });

  it('chooses the ticked rows, or all that match', () => {
    expect(readChosen(new URLSearchParams('a=one&a=two&city=Hull&scope=ticked'), 'GBP')).toEqual({
      kind: 'ticked',
      applicationIds: ['one', 'two'],
    });
    expect(readChosen(new URLSearchParams('a=one&city=Hull&scope=all'), 'GBP')).toEqual({
      kind: 'all',
      filter: { ...NO_FILTER, city: 'Hull' },
    });
  });
});
