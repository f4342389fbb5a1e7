import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draw, entriesHashOf, readThrow, stepsOf } from './lottery.ts';

const TERMS = {
  callId: 'spring-call',
  places: 2,
  references: ['SI-7K3D2M', 'SI-2B9XQA', 'SI-P4T8NC'],
  salt: '7d2k9m4q',
};
const THROWN = '13526461325541263342';

/** As somebody works it out by hand: the length of each part in four bytes, then the part; then SHA-256 of it all. */
function byHand(...parts: (string | Buffer)[]): string {
  const bytes = parts.flatMap((part) => {
    const own = Buffer.from(part);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(own.length);
    return [length, own];
  });
  return createHash('sha256').update(Buffer.concat(bytes)).digest('hex');
}

/** A throw that depends on nothing but a number. */
function thrownFor(number: number): string {
  return [...createHash('sha256').update(`throw ${number}`).digest()]
    .slice(0, 20)
    .map((byte) => String((byte % 6) + 1))
    .join('');
}

describe('a lottery', () => {
  it('can be replayed by hand from what is published', () => {
    const published = { entries: ['SI-2B9XQA', 'SI-7K3D2M', 'SI-P4T8NC'], places: '2', call: 'spring-call' };
    const entries = byHand('entries/v2', published.call, published.places, '7d2k9m4q', ...published.entries);
    const seed = byHand('tie/v1', published.call, Buffer.from(entries, 'hex'), THROWN);
    const lots = published.entries
      .map((reference) => ({ reference, lot: byHand('rank/v1', Buffer.from(seed, 'hex'), reference) }))
      .sort((one, other) => (one.lot < other.lot ? -1 : 1));
    expect(draw(TERMS, THROWN)).toEqual({ entriesHash: entries, seed, lots });
  });

  it('shows the bytes of each step, for any program that makes a SHA-256', () => {
    const steps = stepsOf(TERMS, THROWN);
    expect(steps.map(({ step }) => step)).toEqual(['entries', 'seed', 'lot', 'lot', 'lot']);
    for (const { bytes, hash } of steps) {
      expect(createHash('sha256').update(Buffer.from(bytes, 'hex')).digest('hex')).toBe(hash);
    }
    expect(steps.slice(2).map(({ about }) => about)).toEqual(
      draw(TERMS, THROWN).lots.map(({ reference }) => reference),
    );
  });

  it('is the same in whatever order the entries are listed, and another for any other throw, list or number of places', () => {
    const { seed } = draw(TERMS, THROWN);
    expect(draw({ ...TERMS, references: TERMS.references.toReversed() }, THROWN)).toEqual(draw(TERMS, THROWN));
    expect(draw(TERMS, `${THROWN.slice(1)}1`).seed).not.toBe(seed);
    expect(draw({ ...TERMS, places: 1 }, THROWN).seed).not.toBe(seed);
    expect(draw({ ...TERMS, callId: 'autumn-call' }, THROWN).seed).not.toBe(seed);
    expect(entriesHashOf({ ...TERMS, references: TERMS.references.slice(1) })).not.toBe(entriesHashOf(TERMS));
  });

  it('hides its list behind a salt, and still knows lists that were fixed without one', () => {
    expect(entriesHashOf({ ...TERMS, salt: '7d2k9m4r' })).not.toBe(entriesHashOf(TERMS));
    const sorted = TERMS.references.toSorted();
    expect(entriesHashOf({ ...TERMS, salt: null })).toBe(byHand('entries/v1', 'spring-call', '2', ...sorted));
  });

  it('reads twenty numbers from 1 to 6, spaced as they were written down, and nothing else', () => {
    expect(readThrow('13526 46132 55412 63342')).toBe(THROWN);
    expect(readThrow(' 1-3-5-2-6, 46132\n55412.63342 ')).toBe(THROWN);
    for (const wrong of ['', THROWN.slice(1), `${THROWN}1`, THROWN.replace('1', '7'), THROWN.replace('1', '0')]) {
      expect(readThrow(wrong)).toBeNull();
    }
  });

  it('draws every entry once', () => {
    const references = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(references, fc.nat(), (given, number) => {
        const { lots } = draw({ callId: 'any', places: 1, references: given, salt: null }, thrownFor(number));
        expect(lots.map(({ reference }) => reference).sort()).toEqual([...given].sort());
      }),
    );
  });
});

describe('over 100,000 throws a lottery', () => {
  const SEEDS = 100_000;
  const references = ['SI-AAAAAA', 'SI-BBBBBB', 'SI-CCCCCC', 'SI-DDDDDD', 'SI-EEEEEE'];
  const places = 2;
  const orders = Array.from({ length: SEEDS }, (_, number) =>
    draw({ callId: 'any', places, references, salt: null }, thrownFor(number)).lots.map(({ reference }) => reference),
  );

  /** Pearson's statistic for equal chances. */
  function chiSquare(counts: readonly number[]): number {
    const expected = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  }

  it('chooses everybody as often, by a chi-square test at 1 in 100', () => {
    const first = references.map((reference) => orders.filter(([drawn]) => drawn === reference).length);
    // The 99 % quantile of chi-square with 4 degrees of freedom.
    expect(chiSquare(first)).toBeLessThan(13.277);
  });

  it('gives each of the 120 orders as often, by the same test', () => {
    const counts = new Map<string, number>();
    for (const order of orders) counts.set(order.join(), (counts.get(order.join()) ?? 0) + 1);
    expect(counts.size).toBe(120);
    // The 99 % quantile of chi-square with 119 degrees of freedom.
    expect(chiSquare([...counts.values()])).toBeLessThan(157.8);
  });
});
