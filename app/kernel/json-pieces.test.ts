import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonInPieces } from './json-pieces.ts';

describe('JSON in pieces', () => {
  it('is together what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(600), (value, many) => {
        const board = { value, left: undefined, rows: Array.from({ length: many }, (_, at) => ({ at, value })) };
        expect([...jsonInPieces(board)].join('')).toBe(JSON.stringify(board));
      }),
    );
  });

  it('never holds a long list at once', () => {
    const list = Array.from({ length: 100_000 }, (_, at) => `row ${at}`);
    const lengths = [...jsonInPieces({ list })].map((piece) => piece.length);
    expect(Math.max(...lengths)).toBeLessThan(5_000);
  });
});
