import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { addTokenHashes } from '../ballot-box/issue-tokens.server.ts';
import { letterCodeOf } from '../queries/roll-entry.server.ts';
import { tokenHash } from '../rules/token-hash.ts';
import { entriesOf, findRemoteVote, markInvited } from '../store/roll.server.ts';

/** Promises everybody on the roll a letter with a code, once; from here on the roll is closed. */
export function inviteRoll(tx: Tx, context: Context, eventId: Id): void {
  for (const entry of entriesOf(tx, eventId)) {
    if (entry.invitedAt !== null) continue;
    markInvited(tx, entry.id, context.now);
    promise(tx, context, { kind: 'voter-invited', subjectId: entry.id });
  }
}

/** Promises the codes of the letters in public as well, where they may vote by themselves (level B−). */
export function addDirectCodes(tx: Tx, context: Context, eventId: Id, pollId: Id): void {
  if (findRemoteVote(tx, eventId)?.hasDirectCodes !== true) return;
  const hashes = entriesOf(tx, eventId).map((entry) => tokenHash(pollId, letterCodeOf(context, entry.id)));
  const added = addTokenHashes(ballotBoxOf(context), pollId, { level: 'B-', batch: 'roll', hashes });
  invariant(added.ok, 'the manifest was written with the same choice, and no two codes begin alike');
}
