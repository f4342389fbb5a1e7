import { awardById } from '#app/grant/award/queries/award-card.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { couldBeUkAccount } from '#app/platform/uk-account-check.server.ts';
import { myRoleIn, ownerOf } from '../../application/queries/team.server.ts';
import { maySign } from '../../application/rules/team.ts';
import { openPayee, sealPayee } from '../queries/sealed-details.server.ts';
import { accountEnding } from '../rules/bank-account.ts';
import { type HostTerms, isSamePayee, type PayeeDetails } from '../rules/payee.ts';
import { isBeforeReserve } from '../rules/payout-state.ts';
import { decidePayee, type PayeeRefusal } from '../rules/setting-payee.ts';
import { insertPayeeVersion, newestPayee } from '../store/payees.server.ts';
import { findLivePayoutsOfAward, type PayoutRow } from '../store/payouts.server.ts';
import { writeToHost } from './ask-host.server.ts';
import { cancelPayout } from './cancel-payout.server.ts';
import { mailPayeeCode } from './mail-payee-code.server.ts';

/**
 * Writes down where the group wants an award's money to go, by somebody who may sign for it. A change voids whatever was prepared for the
 * earlier details and is told to the recipient by e-mail, in case it was somebody else. A fiscal host is asked by letter,
 * and is paid once it has accepted.
 * A code goes to the recipient's mailbox; nothing is paid before it comes back.
 *
 * @param hasLookedAgain  the person has compared an account that fails the check with her statement
 */
export function setPayee(
  context: Context,
  awardId: Id,
  details: PayeeDetails,
  hasLookedAgain: boolean,
): Outcome<'set' | 'unchanged', PayeeRefusal | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const award = awardById(context, awardId);
    if (award === null || actor === null || !maySign(myRoleIn(context, award.applicationId)))
      return refused('not-found');
    const live = findLivePayoutsOfAward(tx, awardId);
    const isAccountLikely = details.kind === 'bank' ? couldBeUkAccount(details.sortCode, details.accountNumber) : null;
    const decision = decidePayee({
      isAccepted: award.state === 'accepted',
      livePayouts: live.map((payout) => payout.state),
      isAccountLikely,
      hasLookedAgain,
      awardMinor: award.amountMinor,
      host: hostOf(details),
    });
    if (!decision.ok) return decision;
    const earlier = newestPayee(tx, awardId);
    if (earlier !== null && isSamePayee(openPayee(context, earlier.sealed), details)) return done('unchanged');
    voidPayouts(tx, context, live, actor.personId);
    const payeeVersionId = context.newId();
    insertPayeeVersion(tx, {
      id: payeeVersionId,
      awardId,
      version: (earlier?.version ?? 0) + 1,
      kind: details.kind,
      holder: details.kind === 'bank' ? details.holder : null,
      sealed: sealPayee(context, details),
      ending: details.kind === 'bank' ? accountEnding(details.accountNumber) : '',
      checked: isAccountLikely === null ? 'no-account' : isAccountLikely ? 'passed' : 'confirmed',
      editedAt: context.now,
      editedBy: actor.personId,
    });
    // With too many codes in one hour none goes now; the page offers another one.
    mailPayeeCode(tx, context, payeeVersionId, ownerOf(context, award.applicationId));
    if (hostOf(details) !== null) writeToHost(tx, context, payeeVersionId);
    if (earlier !== null) promise(tx, context, { kind: 'payee-changed', subjectId: awardId });
    return done('set');
  });
}

function hostOf(details: PayeeDetails): HostTerms | null {
  return details.kind === 'bank' ? (details.host ?? null) : null;
}

function voidPayouts(tx: Tx, context: Context, live: readonly PayoutRow[], editorId: Id): void {
  for (const payout of live) {
    if (isBeforeReserve(payout.state)) cancelPayout(tx, context, payout, { by: editorId, reason: 'payee-changed' });
  }
}
