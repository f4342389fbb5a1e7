import { randomBytes } from 'node:crypto';
import { awardById } from '#app/grant/award/queries/award-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { myRoleIn } from '../../application/queries/team.server.ts';
import { makeInvitationToken, TOKEN_RANDOM_BYTES } from '../../application/rules/inviting.ts';
import { maySign } from '../../application/rules/team.ts';
import { hostTokenHash } from '../queries/host-token-hash.server.ts';
import { type AskAgainRefusal, decideAskHostAgain, HOST_LETTER_GOOD_FOR } from '../rules/host-answer.ts';
import { findHostLetters, hostStanding, insertHostLetter } from '../store/host-letters.server.ts';
import { newestPayee } from '../store/payees.server.ts';

/** Promises a letter to the host of a payee version; its link takes the place of those before it. Runs in its caller's transaction. */
export function writeToHost(tx: Tx, context: Context, payeeVersionId: Id): void {
  const token = makeInvitationToken(randomBytes(TOKEN_RANDOM_BYTES));
  const letterId = context.newId();
  insertHostLetter(tx, {
    id: letterId,
    payeeVersionId,
    tokenHash: hostTokenHash(context, token),
    sentAt: context.now,
    expiresAt: context.now + HOST_LETTER_GOOD_FOR,
  });
  promise(tx, context, {
    kind: 'host-asked',
    subjectId: letterId,
    detail: { sealedToken: context.secrets.seal(token, 'host-token'), language: context.language },
  });
}

/** Sends the host's letter once more, by somebody who may sign for the group: the first one was lost, or is too old. */
export function askHostAgain(context: Context, awardId: Id): Outcome<'asked', AskAgainRefusal | 'not-found'> {
  return context.transact((tx) => {
    const award = awardById(context, awardId);
    const payee = newestPayee(tx, awardId);
    if (award === null || payee === null || !maySign(myRoleIn(context, award.applicationId)))
      return refused('not-found');
    const decision = decideAskHostAgain(hostStanding(tx, payee), findHostLetters(tx, payee.id).length);
    if (!decision.ok) return decision;
    writeToHost(tx, context, payee.id);
    return done('asked');
  });
}
