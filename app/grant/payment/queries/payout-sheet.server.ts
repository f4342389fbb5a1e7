import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { maskAccount } from '../rules/bank-account.ts';
import type { PayeeHolder } from '../rules/payee.ts';
import type { PayoutState } from '../rules/payout-state.ts';
import type { Rail } from '../rules/postings.ts';
import { type CheckerRefusal, decideChecker } from '../rules/two-people.ts';
import { findBankFile } from '../store/bank-files.server.ts';
import { findLiveStop } from '../store/payouts.server.ts';
import { findTranches } from '../store/tranches.server.ts';
import { payoutForFinance, signerOf } from './payout-facts.server.ts';
import { openPayee } from './sealed-details.server.ts';

export type PayoutSheet = {
  readonly id: Id;
  readonly call: { readonly id: Id; readonly title: string; readonly timeZone: string };
  readonly groupName: string;
  readonly position: number;
  readonly partsCount: number;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  readonly state: PayoutState;
  readonly rail: Rail;
  readonly attempt: number;
  readonly reference: string;
  /** Never a whole account number: a screen can be photographed. */
  readonly payee:
    | {
        readonly kind: 'bank';
        readonly holder: PayeeHolder | null;
        readonly name: string;
        readonly masked: string;
        readonly isUnlikely: boolean;
        readonly host: { readonly name: string; readonly keepsMinor: Minor; readonly awardMinor: Minor } | null;
      }
    | { readonly kind: 'other'; readonly description: string };
  readonly maker: string;
  readonly madeAt: Instant;
  readonly detailsBy: string;
  readonly detailsAt: Instant;
  readonly checker: string | null;
  readonly approvedAt: Instant | null;
  readonly file: { readonly id: Id; readonly msgId: string } | null;
  readonly sentAt: Instant | null;
  readonly settledAt: Instant | null;
  readonly evidence: string | null;
  readonly endReason: string | null;
  /** What an approval of this page is bound to. */
  readonly hash: string;
  readonly isStopped: boolean;
  readonly reader: { readonly isMaker: boolean; readonly mayNotApprove: CheckerRefusal | null };
};

/** One payment as the finance people see it, or null when the reader does not keep its books. */
export function payoutSheet(context: Context, payoutId: Id): PayoutSheet | null {
  const facts = payoutForFinance(context, payoutId);
  if (facts === null) return null;
  const { payout, tranche, award, payee } = facts;
  const call = callById(context, award.callId);
  invariant(call !== null, 'an award has a call');
  const people = peopleById(context, [payout.makerId, payee.editedBy, payout.checkerId ?? payout.makerId]);
  const nameOf = (personId: Id) => people.get(personId)?.name ?? '';
  const details = openPayee(context, payee.sealed);
  const signer = signerOf(context, award);
  const checking = decideChecker(signer, {
    makerId: payout.makerId,
    editedBy: payee.editedBy,
  });
  const file = payout.bankFileId === null ? null : findBankFile(context.db, payout.bankFileId);
  return {
    id: payout.id,
    call: { id: call.id, title: call.title, timeZone: call.timeZone },
    groupName: award.groupName,
    position: tranche.position,
    partsCount: findTranches(context.db, award.id).length,
    amountMinor: payout.amountMinor,
    currency: payout.currency,
    state: payout.state,
    rail: payout.rail,
    attempt: payout.attempt,
    reference: payout.reference,
    payee:
      details.kind === 'bank'
        ? {
            kind: 'bank',
            holder: details.holder,
            name: details.name,
            masked: maskAccount(payee.ending),
            isUnlikely: payee.checked === 'confirmed',
            host:
              details.host === undefined
                ? null
                : { name: details.host.name, keepsMinor: details.host.keepsMinor, awardMinor: award.amountMinor },
          }
        : { kind: 'other', description: details.description },
    maker: nameOf(payout.makerId),
    madeAt: payout.madeAt,
    detailsBy: nameOf(payee.editedBy),
    detailsAt: payee.editedAt,
    checker: payout.checkerId === null ? null : nameOf(payout.checkerId),
    approvedAt: payout.approvedAt,
    file: file === null ? null : { id: file.id, msgId: file.msgId },
    sentAt: payout.sentAt,
    settledAt: payout.settledAt,
    evidence: payout.evidence,
    endReason: payout.endReason,
    hash: facts.hash,
    isStopped: findLiveStop(context.db) !== null,
    reader: { isMaker: payout.makerId === signer.id, mayNotApprove: checking.ok ? null : checking.reason },
  };
}
