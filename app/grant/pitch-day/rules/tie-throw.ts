import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** Characters of what was thrown: what a board can hold. */
export const THROWN_MAX = 256;

export type ThrowRefusal = 'vote-not-closed' | 'already-recorded' | 'value-missing' | 'value-too-long';

/** What somebody typed, oldest first. */
export type TypedThrow = { readonly personId: Id; readonly thrown: string };

/** The one spelling of a throw: without outer spaces, one space between its parts. */
export function readThrown(typed: string): string {
  return typed.trim().replace(/\s+/gu, ' ');
}

/**
 * Somebody says what fell: the first of two people is written down, and what the second one reads is recorded if it is the
 * same. Whoever types knows the seal already, so one person alone could choose who wins a tie.
 *
 * @param recorded  what the ballot box holds; null while it holds nothing. The same again is harmless.
 */
export function decideThrow(
  facts: { readonly isClosed: boolean; readonly recorded: string | null; readonly typed: readonly TypedThrow[] },
  personId: Id,
  thrown: string,
): Outcome<'first' | 'recorded' | 'differs', ThrowRefusal> {
  if (thrown === '' || !thrown.isWellFormed()) return refused('value-missing');
  if (thrown.length > THROWN_MAX) return refused('value-too-long');
  if (facts.recorded !== null) return facts.recorded === thrown ? done('recorded') : refused('already-recorded');
  if (!facts.isClosed) return refused('vote-not-closed');
  const others = [...lastOf(facts.typed)].filter(([other]) => other !== personId).map(([, other]) => other);
  if (others.includes(thrown)) return done('recorded');
  return done(others.length === 0 ? 'first' : 'differs');
}

/** What each person typed last. */
export function lastOf(typed: readonly TypedThrow[]): ReadonlyMap<Id, string> {
  return new Map(typed.map(({ personId, thrown }) => [personId, thrown]));
}
