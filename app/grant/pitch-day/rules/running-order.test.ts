import { describe, expect, it } from 'vitest';
import { followShortlist, movePitch, orderByLot, placePitch } from './running-order.ts';

const pitches = [{ id: 'amina' }, { id: 'bilal' }, { id: 'chidi' }];
const ids = (list: readonly { id: string }[]) => list.map((pitch) => pitch.id).join(' ');

describe('putting pitches in order', () => {
  it('moves one past its neighbour and stops at both ends', () => {
    expect(ids(movePitch(pitches, 'bilal', 'up'))).toBe('bilal amina chidi');
    expect(ids(movePitch(pitches, 'bilal', 'down'))).toBe('amina chidi bilal');
    expect(ids(movePitch(pitches, 'amina', 'up'))).toBe('amina bilal chidi');
    expect(ids(movePitch(pitches, 'chidi', 'down'))).toBe('amina bilal chidi');
    expect(ids(movePitch(pitches, 'nobody', 'down'))).toBe('amina bilal chidi');
  });

  it('puts one at any place and lets the others close up', () => {
    expect(ids(placePitch(pitches, 'amina', 3))).toBe('bilal chidi amina');
    expect(ids(placePitch(pitches, 'chidi', 1))).toBe('chidi amina bilal');
    expect(ids(placePitch(pitches, 'bilal', 2))).toBe('amina bilal chidi');
    expect(ids(placePitch(pitches, 'bilal', 0))).toBe('bilal amina chidi');
    expect(ids(placePitch(pitches, 'bilal', 99))).toBe('amina chidi bilal');
    expect(ids(placePitch(pitches, 'nobody', 1))).toBe('amina bilal chidi');
  });

  it('draws the order by lot: the smallest number goes first', () => {
    expect(ids(orderByLot(pitches, [Uint8Array.of(9), Uint8Array.of(200), Uint8Array.of(1)]))).toBe(
      'chidi amina bilal',
    );
  });

  it('follows a shortlist that changed without shuffling the others', () => {
    expect(followShortlist(['c', 'a', 'b'], ['a', 'c', 'd'])).toEqual(['c', 'a', 'd']);
  });
});
