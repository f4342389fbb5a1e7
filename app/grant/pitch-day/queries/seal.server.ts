import { fromHex } from '#app/kernel/hex.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { finalCheckpoint } from '../ballot-box/board.server.ts';
import { hasReached } from '../rules/poll-state.ts';
import { rootWords } from '../rules/root-words.ts';
import { findEvent } from '../store.server.ts';
import { pollStateOf } from './own-event.server.ts';

/** The final root of a closed vote, as people compare it. */
export type Seal = {
  readonly pollId: Id;
  readonly title: string;
  readonly call: CallFacts;
  /** Hexadecimal. */
  readonly root: string;
  readonly words: readonly string[];
};

/** Null before the close. No actor is checked: the seal is public from the moment it exists. */
export function sealOf(context: Pick<Context, 'db' | 'votes'>, eventId: Id): Seal | null {
  const event = findEvent(context.db, eventId);
  if (event?.pollId == null) return null;
  const state = pollStateOf(context, event);
  const call = callById(context, event.callId);
  if (state === null || !hasReached(state, 'closed') || call === null) return null;
  const { root } = finalCheckpoint(ballotBoxOf(context), event.pollId);
  return { pollId: event.pollId, title: event.title, call, root, words: sealWords(root) };
}

/** A root in hexadecimal as words for a screen. */
export function sealWords(root: string): string[] {
  const bytes = fromHex(root, 32);
  invariant(bytes, 'a root is 32 bytes');
  return rootWords(bytes);
}
