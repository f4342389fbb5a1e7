import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CountedParty, countComers } from './counting-comers.ts';

const party = (changes: Partial<CountedParty> = {}): CountedParty => ({
  state: 'coming',
  people: 1,
  children: 0,
  interpreter: null,
  wantsTravelMoney: false,
  hasFood: false,
  hasCome: false,
  ...changes,
});
const NOBODY = { coming: 0, waiting: 0, came: 0, children: 0, travelMoney: 0, food: 0, interpreters: {} };

describe('counting who comes', () => {
  it('counts people with a place apart from those who wait', () => {
    expect(countComers([])).toEqual(NOBODY);
    const parties = [party({ people: 3 }), party({ people: 2 }), party({ state: 'waiting', people: 4 })];
    expect(countComers(parties)).toEqual({ ...NOBODY, coming: 5, waiting: 4 });
  });

  it('counts needs of those with a place only: children by heads, travel money, food and interpreters by parties', () => {
    const needy = { people: 4, children: 2, interpreter: 'ar', wantsTravelMoney: true, hasFood: true } as const;
    const parties = [party(needy), party({ ...needy, interpreter: 'so' }), party({ interpreter: 'ar' })];
    const expected = { coming: 9, children: 4, travelMoney: 2, food: 2, interpreters: { ar: 2, so: 1 } };
    expect(countComers(parties)).toEqual({ ...NOBODY, ...expected });
    expect(countComers([...parties, party({ ...needy, state: 'waiting' })])).toEqual({
      ...NOBODY,
      ...expected,
      waiting: 4,
    });
  });

  it('counts whoever was there, also those who only waited for a place', () => {
    const parties = [
      party({ people: 2, hasCome: true }),
      party({ state: 'waiting', people: 3, hasCome: true }),
      party(),
    ];
    expect(countComers(parties)).toEqual({ ...NOBODY, coming: 3, waiting: 3, came: 5 });
  });

  it('adds up: two lists together have the numbers of each', () => {
    const parties = fc.array(
      fc.record({
        state: fc.constantFrom('coming' as const, 'waiting' as const),
        people: fc.integer({ min: 1, max: 9 }),
        children: fc.integer({ min: 0, max: 9 }),
        interpreter: fc.constantFrom(null, 'ar', 'so', 'pl'),
        wantsTravelMoney: fc.boolean(),
        hasFood: fc.boolean(),
        hasCome: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(parties, parties, (here, there) => {
        const [one, other, both] = [here, there, [...here, ...there]].map(countComers) as [Counted, Counted, Counted];
        for (const field of ['coming', 'waiting', 'came', 'children', 'travelMoney', 'food'] as const)
          expect(both[field]).toBe(one[field] + other[field]);
        for (const tag of ['ar', 'so', 'pl'])
          expect(both.interpreters[tag] ?? 0).toBe((one.interpreters[tag] ?? 0) + (other.interpreters[tag] ?? 0));
      }),
    );
  });
});

type Counted = ReturnType<typeof countComers>;
