import { type AwardCard, awardById } from '#app/grant/award/queries/award-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { CodeRefusal } from '#app/people/rules/sign-in.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { myRoleIn, ownerOf } from '../../application/queries/team.server.ts';
import { maySign } from '../../application/rules/team.ts';
import { insertConfirmation, isConfirmedPayee } from '../store/payee-codes.server.ts';
import { newestPayee, type PayeeVersionRow } from '../store/payees.server.ts';
import { mailPayeeCode } from './mail-payee-code.server.ts';
import { spendPayeeCode } from './spend-payee-code.server.ts';

export type ConfirmRefusal = CodeRefusal | 'not-found';

/**
 * Sends the recipient another code for the newest payee, at the request of somebody who may sign for the group.
 *
 * @returns the code: only its mailbox may show it
 */
export function sendPayeeCode(
  context: Context,
  awardId: Id,
): Outcome<{ code: string }, 'too-many-codes' | 'nothing-to-confirm' | 'not-found'> {
  return context.transact((tx) => {
    const found = payeeToSign(tx, context, awardId);
    if (found === null) return refused('not-found');
    if (isConfirmedPayee(tx, found.payee.id)) return refused('nothing-to-confirm');
    return mailPayeeCode(tx, context, found.payee.id, ownerOf(context, found.award.applicationId));
  });
}

/**
 * Takes the code that went to the recipient's mailbox when the payee was typed: from then on it can be paid.
 * A wrong try is counted even though it is refused, so the count commits before the refusal is told.
 */
export function confirmPayee(context: Context, awardId: Id, typedCode: string): Outcome<'confirmed', ConfirmRefusal> {
  const { actor } = context;
  const tried = context.transact<Outcome<'confirmed', ConfirmRefusal>, never>((tx) => {
    const found = payeeToSign(tx, context, awardId);
    if (found === null || actor === null) return done(refused('not-found'));
    const payeeVersionId = found.payee.id;
    if (isConfirmedPayee(tx, payeeVersionId)) return done(done('confirmed'));
    const personId = ownerOf(context, found.award.applicationId);
    const spent = spendPayeeCode(tx, context, { payeeVersionId, personId }, typedCode);
    if (!spent.ok) return done(refused(spent.reason));
    insertConfirmation(tx, {
      payeeVersionId,
      channel: 'email',
      confirmedAt: context.now,
      confirmedBy: actor.personId,
    });
    return done(done('confirmed'));
  });
  invariant(tried.ok, 'a counted try is never rolled back');
  return tried.value;
}

function payeeToSign(tx: Tx, context: Context, awardId: Id): { award: AwardCard; payee: PayeeVersionRow } | null {
  const award = awardById(context, awardId);
  const payee = newestPayee(tx, awardId);
  if (award === null || payee === null || !maySign(myRoleIn(context, award.applicationId))) return null;
  return { award, payee };
}
