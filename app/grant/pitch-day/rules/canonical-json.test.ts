import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from './canonical-json.ts';

describe('writing JSON that is hashed', () => {
  it('orders keys and leaves no space', () => {
    expect(canonicalJson({ b: [1, null, true], a: { d: 'é"', c: -2 } })).toBe(
      '{"a":{"c":-2,"d":"é\\""},"b":[1,null,true]}',
    );
  });

  it('refuses what languages write differently', () => {
    expect(() => canonicalJson(0.5)).toThrow('whole numbers');
    expect(() => canonicalJson(-0)).toThrow('whole numbers');
    expect(() => canonicalJson(2 ** 53)).toThrow('whole numbers');
    expect(() => canonicalJson('\ud800')).toThrow('well-formed');
  });

  it('reads back as it was and writes the same again', () => {
    const { json } = fc.letrec<{ json: Json }>((tie) => ({
      json: fc.oneof(
        fc.constant(null),
        fc.boolean(),
        fc.maxSafeInteger().map((number) => number + 0),
        fc.string({ unit: 'grapheme' }),
        fc.array(tie('json'), { maxLength: 4 }),
        fc.dictionary(fc.string({ maxLength: 5 }), tie('json'), { maxKeys: 4, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
