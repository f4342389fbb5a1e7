import { awardsOfCalls } from '#app/grant/award/queries/award-card.server.ts';
import { callById, callsOfPartners } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { partnerById, peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { PayoutState } from '../rules/payout-state.ts';
import { findBankFilesOfCalls } from '../store/bank-files.server.ts';
import { findBooksOfCalls } from '../store/ledger.server.ts';
import { findPayeeVersions } from '../store/payees.server.ts';
import { findPayoutsOfCalls } from '../store/payouts.server.ts';
import { findTranchesOfCalls } from '../store/tranches.server.ts';
import { auditsOf, readerOfBooks } from './auditing.server.ts';
import { groupNames } from './group-names.server.ts';

export type MyAudit = {
  readonly auditorId: Id;
  readonly partner: string;
  readonly untilAt: Instant;
  readonly calls: readonly { readonly id: Id; readonly title: string; readonly timeZone: string }[];
};

/** What the signed-in person is asked to audit, with every call that has books; null for somebody who audits nothing. */
export function myAudits(context: Context): MyAudit[] | null {
  const audits = auditsOf(context);
  if (audits.length === 0) return null;
  return audits.map((audit) => {
    const calls = callsOfPartners(context, [audit.partnerId]);
    const withBooks = new Set(
      findBooksOfCalls(
        context.db,
        calls.map((call) => call.id),
      ).map((books) => books.callId),
    );
    return {
      auditorId: audit.id,
      partner: partnerById(context, audit.partnerId)?.name ?? '',
      untilAt: audit.untilAt,
      calls: calls.filter((call) => withBooks.has(call.id)).map(({ id, title, timeZone }) => ({ id, title, timeZone })),
    };
  });
}

export type AuditedPayment = {
  readonly payoutId: Id;
  /** Null for a group that has named the reader. */
  readonly groupName: string | null;
  readonly position: number;
  readonly partsCount: number;
  readonly amountMinor: Minor;
  readonly state: PayoutState;
  readonly maker: string;
  readonly checker: string | null;
  readonly detailsBy: string;
  readonly msgId: string | null;
  /** Empty for a group that has named the reader, for it may say who was paid. */
  readonly evidence: string;
};

export type AuditedCall = {
  readonly call: { readonly id: Id; readonly title: string; readonly currency: Currency };
  readonly payments: readonly AuditedPayment[];
};

/** Every payment of a call with the people behind it, for somebody who audits its partner; null for everybody else. */
export function auditedCall(context: Context, callId: Id): AuditedCall | null {
  const call = callById(context, callId);
  if (call === null || (readerOfBooks(context, call)?.auditorId ?? null) === null) return null;
  const nameOf = groupNames(context, awardsOfCalls(context, [callId]));
  const tranches = findTranchesOfCalls(context.db, [callId]);
  const trancheOf = new Map(tranches.map((tranche) => [tranche.id, tranche]));
  const partsOf = Map.groupBy(tranches, (tranche) => tranche.awardId);
  const files = new Map(findBankFilesOfCalls(context.db, [callId]).map((file) => [file.id, file.msgId]));
  const payouts = findPayoutsOfCalls(context.db, [callId]);
  const payees = findPayeeVersions(
    context.db,
    payouts.map((payout) => payout.payeeVersionId),
  );
  const people = peopleById(context, [
    ...payouts.flatMap(({ makerId, checkerId }) => (checkerId === null ? [makerId] : [makerId, checkerId])),
    ...[...payees.values()].map((payee) => payee.editedBy),
  ]);
  const personName = (personId: Id) => people.get(personId)?.name ?? '';
  return {
    call: { id: call.id, title: call.title, currency: call.currency },
    payments: payouts.flatMap((payout) => {
      const tranche = trancheOf.get(payout.trancheId);
      if (tranche === undefined) return [];
      const groupName = nameOf.get(tranche.awardId) ?? null;
      const payee = payees.get(payout.payeeVersionId);
      return [
        {
          payoutId: payout.id,
          groupName,
          position: tranche.position,
          partsCount: partsOf.get(tranche.awardId)?.length ?? 1,
          amountMinor: payout.amountMinor,
          state: payout.state,
          maker: personName(payout.makerId),
          checker: payout.checkerId === null ? null : personName(payout.checkerId),
          // Who typed an account is of the group: she stays unnamed with it.
          detailsBy: groupName === null || payee === undefined ? '' : personName(payee.editedBy),
          msgId: payout.bankFileId === null ? null : (files.get(payout.bankFileId) ?? null),
          evidence: groupName === null ? '' : (payout.evidence ?? payout.endReason ?? ''),
        },
      ];
    }),
  };
}
