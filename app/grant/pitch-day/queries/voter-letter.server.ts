import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import type { LetterCode } from '../rules/letter-code.ts';
import { findEntry, findRemoteVote } from '../store/roll.server.ts';
import { findEvent, type PitchEvent } from '../store.server.ts';
import { letterCodeOf, type Voter, voterOf } from './roll-entry.server.ts';

/** All that the letter to somebody on the roll says. */
export type VoterLetter = {
  readonly voter: Voter;
  readonly code: LetterCode;
  readonly language: string;
  readonly event: PitchEvent & { readonly pollId: Id };
  readonly call: CallFacts;
  readonly hasDirectCodes: boolean;
};

/** For letters, so no actor is checked; null once the roll is erased. */
export function voterLetter(context: Context, entryId: Id): VoterLetter | null {
  const entry = findEntry(context.db, entryId);
  const event = entry === null ? null : findEvent(context.db, entry.eventId);
  const call = event === null ? null : callById(context, event.callId);
  if (entry === null || event === null || event.pollId === null || call === null) return null;
  return {
    voter: voterOf(context, entry),
    code: letterCodeOf(context, entry.id),
    language: entry.language,
    event: { ...event, pollId: event.pollId },
    call,
    hasDirectCodes: findRemoteVote(context.db, event.id)?.hasDirectCodes ?? false,
  };
}
