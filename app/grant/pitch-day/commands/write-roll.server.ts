import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { type OwnEvent, ownEventOfCall } from '../queries/own-event.server.ts';
import { letterCodeHash, letterCodeOf, sealVoter, voterHash } from '../queries/roll-entry.server.ts';
import { numberOnRoll } from '../rules/letter-code.ts';
import { ROLL_MAX, type RollRow } from '../rules/roll-rows.ts';
import {
  countRoll,
  deleteEntry,
  deleteRemoteVote,
  deleteRoll,
  findEntry,
  findEntryByContact,
  findEntryByNumber,
  findRemoteVote,
  insertEntry,
  setTries,
  writeRemoteVote,
} from '../store/roll.server.ts';

/** Who votes besides the people in the room. `pass`: level B. `pass-or-code`: level B−, too. */
export type RemoteChoice = 'nobody' | 'pass' | 'pass-or-code';

/**
 * Says who votes from a distance, until the ballot paper is fixed. Where nobody does any more, the roll is deleted: its
 * addresses were given for nothing else.
 */
export function chooseRemoteVote(
  context: Context,
  callId: Id,
  choice: RemoteChoice,
): Outcome<'chosen', 'not-found' | 'paper-fixed'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    const { id: eventId, pollId } = own.event;
    if (pollId !== null) return refused('paper-fixed');
    if (choice === 'nobody') {
      deleteRoll(tx, eventId);
      deleteRemoteVote(tx, eventId);
    } else writeRemoteVote(tx, { eventId, hasDirectCodes: choice === 'pass-or-code' });
    return done('chosen');
  });
}

/**
 * Puts people on the roll, until the vote is frozen. Whoever is on it already stays as she is.
 *
 * @param rows  as `readRoll` found them, without a fault
 */
export function addToRoll(
  context: Context,
  callId: Id,
  rows: readonly RollRow[],
): Outcome<{ added: number; known: number }, 'not-found' | 'no-remote-vote' | 'roll-closed' | 'roll-too-long'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    const { id: eventId } = own.event;
    if (findRemoteVote(tx, eventId) === null) return refused('no-remote-vote');
    if (isClosed(own)) return refused('roll-closed');
    const fresh = rows
      .map((row) => ({ ...row, contactHash: voterHash(context, eventId, row.address) }))
      .filter(({ contactHash }) => findEntryByContact(tx, eventId, contactHash) === null);
    if (countRoll(tx, eventId) + fresh.length > ROLL_MAX) return refused('roll-too-long');
    for (const { contactHash, address, name, language } of fresh) {
      insertEntry(tx, {
        ...newCode(tx, context, eventId),
        eventId,
        contactHash,
        sealed: sealVoter(context, { address, name }),
        tries: 0,
        language: language ?? own.call.language,
        invitedAt: null,
        askedHash: null,
      });
    }
    return done({ added: fresh.length, known: rows.length - fresh.length });
  });
}

/** Takes somebody off the roll, until the vote is frozen. */
export function takeOffRoll(
  context: Context,
  callId: Id,
  entryId: Id,
): Outcome<'taken-off', 'not-found' | 'roll-closed'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    if (own === null) return refused('not-found');
    if (isClosed(own)) return refused('roll-closed');
    return deleteEntry(tx, own.event.id, entryId) ? done('taken-off') : refused('not-found');
  });
}

/** Sends the letter with the same code once more, and forgives wrong codes that were typed for it. */
export function inviteAgain(
  context: Context,
  callId: Id,
  entryId: Id,
): Outcome<'promised', 'not-found' | 'not-invited' | 'vote-over'> {
  return context.transact((tx) => {
    const own = ownEventOfCall(context, callId);
    const entry = findEntry(tx, entryId);
    if (own === null || entry?.eventId !== own.event.id) return refused('not-found');
    if (entry.invitedAt === null) return refused('not-invited');
    if (own.poll !== 'frozen' && own.poll !== 'open') return refused('vote-over');
    setTries(tx, entry.id, 0);
    promise(tx, context, { kind: 'voter-invited', subjectId: entry.id });
    return done('promised');
  });
}

function isClosed({ poll }: OwnEvent): boolean {
  return poll !== null && poll !== 'draft';
}

/** An id whose code begins like no other of this roll: with thousands of people two of them may. */
function newCode(tx: Tx, context: Context, eventId: Id): { id: Id; number: string; codeHash: string } {
  for (;;) {
    const id = context.newId();
    const code = letterCodeOf(context, id);
    const number = numberOnRoll(code);
    if (findEntryByNumber(tx, eventId, number) === null) return { id, number, codeHash: letterCodeHash(context, code) };
  }
}
