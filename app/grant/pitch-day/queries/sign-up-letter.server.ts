import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import type { StockCode } from '../rules/stock-code.ts';
import { findSignUp } from '../store/stock.server.ts';
import { findEvent, type PitchEvent } from '../store.server.ts';
import { addressOf, stockCodeOf } from './stock-entry.server.ts';

/** All that the letter to somebody who has signed up says. */
export type SignUpLetter = {
  readonly address: string;
  readonly code: StockCode;
  readonly language: string;
  readonly event: PitchEvent & { readonly pollId: Id };
  readonly call: CallFacts;
};

/** For letters, so no actor is checked; null once who signed up is forgotten. */
export function signUpLetter(context: Context, signUpId: Id): SignUpLetter | null {
  const row = findSignUp(context.db, signUpId);
  const event = row === null ? null : findEvent(context.db, row.eventId);
  const call = event === null ? null : callById(context, event.callId);
  if (row === null || event === null || event.pollId === null || call === null) return null;
  return {
    address: addressOf(context, row),
    code: stockCodeOf(context, event.pollId, 'C', row.place),
    language: row.language,
    event: { ...event, pollId: event.pollId },
    call,
  };
}
