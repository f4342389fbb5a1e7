import { describe, expect, it } from 'vitest';
import { toHex } from '#app/kernel/hex.ts';
import { leafOf, serverMadeR } from './leaf.ts';
import { rootWords } from './root-words.ts';
import { trackerOf } from './tracker.ts';
import { WORD_LIST } from './word-list.ts';

describe('standing for a ballot', () => {
  const r = new Uint8Array(16);

  it('gives equal choices different leaves', () => {
    const leaf = (random: Uint8Array) => toHex(leafOf('poll', new Uint8Array(32), random, '{}'));
    expect(leaf(r)).not.toBe(leaf(Uint8Array.of(...r.slice(1), 1)));
  });

  it('shows the first sixty bits as a tracker', () => {
    expect(trackerOf(new Uint8Array(32).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ');
    expect(trackerOf(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 0x1f, 0xff))).toBe('0000-0000-0001');
  });

  it('repeats a server-made r from its parts, however the words are typed', () => {
    const made = toHex(serverMadeR(r, ['apple', 'Río']));
    expect(made).toHaveLength(32);
    expect(toHex(serverMadeR(r, [' APPLE', 'ri\u0301o ']))).toBe(made);
    expect(toHex(serverMadeR(r, ['applerío', '']))).not.toBe(made);
    expect(toHex(serverMadeR(Uint8Array.of(...r.slice(1), 1), ['apple', 'río']))).not.toBe(made);
  });
});

describe('reading a root aloud', () => {
  it('has one distinct short word for every byte', () => {
    expect(new Set(WORD_LIST).size).toBe(256);
    expect(WORD_LIST.every((word) => /^[a-z]{3,8}$/.test(word))).toBe(true);
  });

  it('names the first eight bytes', () => {
    expect(rootWords(Uint8Array.of(0, 1, 255, 0, 0, 0, 0, 2, 99))).toEqual([
      'acid',
      'actor',
      'zebra',
      'acid',
      'acid',
      'acid',
      'acid',
      'apple',
    ]);
  });
});
