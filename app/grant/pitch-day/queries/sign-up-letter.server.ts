import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import type { StockCode } from '../rules/stock-code.ts';
import { findSignUp } from '../store/stock.server.ts';
import { findEvent, type PitchEvent } from '../store.server.ts';
import { addressOf, stockCodeOf } from './stock-entry.server.ts';

/** All that the letter to somebody who has signed up says. */
export type SignUpLetter = {
  readonly address: string;
  /** Null where none was left. */
  readonly code: StockCode | null;
  readonly language: string;
  readonly event: PitchEvent & { readonly pollId: Id };
  /** No ballot is taken from this moment on, however long the evening. */
  readonly closesAt: Instant;
  readonly call: CallFacts;
};

/** Of somebody for whom no code was left: the portal keeps nothing of her but the promise to say so. */
export type TooLate = { readonly eventId: Id; readonly sealed: string; readonly language: string };

/**
 * For letters, so no actor is checked; null once the vote is over, for a code is then worth nothing, and where nobody is
 * to be written to.
 *
 * @param tooLate  who asked when no code was left
 */
export function signUpLetter(context: Context, signUpId: Id, tooLate: TooLate | null): SignUpLetter | null {
  const found = findSignUp(context.db, signUpId);
  const row = found ?? tooLate;
  const event = row === null ? null : findEvent(context.db, row.eventId);
  const call = event === null ? null : callById(context, event.callId);
  if (row === null || event === null || event.pollId === null || call === null) return null;
  const terms = termsOf(ballotBoxOf(context), event.pollId);
  if (terms?.state !== 'open' || context.now >= terms.manifest.closesAt) return null;
  return {
    address: addressOf(context, row),
    code: found === null ? null : stockCodeOf(context, event.pollId, 'C', found.place),
    language: row.language,
    event: { ...event, pollId: event.pollId },
    closesAt: terms.manifest.closesAt,
    call,
  };
}
