import { toHex } from '#app/kernel/hex.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { bySmallerId } from '#app/kernel/lots.ts';

/** Bytes of randomness for each pitch in a draw: so many that two never draw the same. */
export const LOT_BYTES = 16;

/**
 * Orders pitches by lot: each draws a number, the smallest goes first. Every order is equally likely.
 *
 * @param lots  one per pitch, `LOT_BYTES` from a cryptographic source
 */
export function orderByLot<Pitch>(pitches: readonly Pitch[], lots: readonly Uint8Array[]): Pitch[] {
  invariant(lots.length === pitches.length, 'every pitch draws exactly one lot');
  return pitches
    .map((pitch, index) => ({ pitch, lot: toHex(lots[index] ?? new Uint8Array()) }))
    .sort((one, other) => bySmallerId(one.lot, other.lot))
    .map(({ pitch }) => pitch);
}

/** Exchanges a pitch with its neighbour; at the end of the line nothing moves. */
export function movePitch<Pitch extends { readonly id: string }>(
  pitches: readonly Pitch[],
  pitchId: string,
  direction: 'up' | 'down',
): Pitch[] {
  const from = pitches.findIndex((pitch) => pitch.id === pitchId);
  const to = direction === 'up' ? from - 1 : from + 1;
  const [moved, neighbour] = [pitches[from], pitches[to]];
  if (moved === undefined || neighbour === undefined) return [...pitches];
  return pitches.with(to, moved).with(from, neighbour);
}

/**
 * Takes a pitch out of the line and puts it in at another place; the others close up.
 *
 * @param place  counted from 1; beyond either end means that end
 */
export function placePitch<Pitch extends { readonly id: string }>(
  pitches: readonly Pitch[],
  pitchId: string,
  place: number,
): Pitch[] {
  const moved = pitches.find((pitch) => pitch.id === pitchId);
  if (moved === undefined) return [...pitches];
  const others = pitches.filter((pitch) => pitch.id !== pitchId);
  return others.toSpliced(Math.max(place - 1, 0), 0, moved);
}

/**
 * Follows a shortlist that changed: who is gone leaves the line, who is new joins at its end.
 *
 * @returns application ids in the new order
 */
export function followShortlist(ordered: readonly string[], shortlist: readonly string[]): string[] {
  return [
    ...ordered.filter((applicationId) => shortlist.includes(applicationId)),
    ...shortlist.filter((applicationId) => !ordered.includes(applicationId)),
  ];
}
