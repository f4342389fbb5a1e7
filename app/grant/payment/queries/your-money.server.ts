import { awardOfApplication } from '#app/grant/award/queries/award-card.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { peopleById, personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { applicationHeads } from '../../application/queries/application-card.server.ts';
import { myRoleIn, ownerOf } from '../../application/queries/team.server.ts';
import { maySign } from '../../application/rules/team.ts';
import { maskAccount } from '../rules/bank-account.ts';
import type { HostStanding } from '../rules/host-answer.ts';
import type { AccountPayee, HostTerms, PayeeHolder } from '../rules/payee.ts';
import { heldUntil, isOnHold } from '../rules/payee-hold.ts';
import { hostStanding } from '../store/host-letters.server.ts';
import { isConfirmedPayee } from '../store/payee-codes.server.ts';
import { findPayeeReveals } from '../store/payee-reveals.server.ts';
import { newestPayee, type PayeeVersionRow } from '../store/payees.server.ts';
import { demonstrationPayeeCode } from './payee-code.server.ts';
import { openPayee } from './sealed-details.server.ts';
import { type TrancheCard, tranchesOf } from './tranches-of.server.ts';

/** The organisation that holds a group's money, as the group sees it. */
export type YourHost = Pick<HostTerms, 'name' | 'email' | 'keepsMinor'> & { readonly standing: HostStanding };

export type YourMoney = {
  readonly awardId: Id;
  readonly title: string;
  readonly partnerName: string;
  readonly timeZone: string;
  readonly amountMinor: Minor;
  readonly currency: Currency;
  readonly tranches: readonly TrancheCard[];
  /** The organisation that the group said would hold its money; empty where it named none. */
  readonly hostName: string;
  /** While the newest details wait for the code from the recipient's mailbox. */
  readonly confirming: { readonly recipient: string; readonly demoCode: string | null } | null;
  /** Who of the finance people had the whole details shown, the last one first. */
  readonly looks: readonly {
    readonly id: Id;
    readonly who: string;
    readonly at: Instant;
    readonly why: string;
    readonly version: number;
  }[];
  /** When changed details are free again, while they are held. */
  readonly heldUntil: Instant | null;
  readonly payee:
    | {
        readonly kind: 'bank';
        readonly holder: PayeeHolder | null;
        readonly name: string;
        readonly masked: string;
        readonly host: YourHost | null;
      }
    | { readonly kind: 'other'; readonly description: string }
    | null;
};

/** Where a group's money is, for those who may sign for it; null for anybody else, and before it accepted. */
export function yourMoney(context: Context, applicationId: Id): YourMoney | null {
  const award = awardOfApplication(context, applicationId);
  if (award === null || award.state !== 'accepted' || !maySign(myRoleIn(context, applicationId))) return null;
  const call = callById(context, award.callId);
  invariant(call !== null, 'an award has a call');
  const payee = newestPayee(context.db, award.id);
  const details = payee === null ? null : openPayee(context, payee.sealed);
  return {
    awardId: award.id,
    title: award.title,
    partnerName: call.partnerName,
    timeZone: call.timeZone,
    amountMinor: award.amountMinor,
    currency: award.currency,
    tranches: tranchesOf(context, award.id),
    hostName: applicationHeads(context, [applicationId]).get(applicationId)?.hostName ?? '',
    confirming: payee === null ? null : confirmingOf(context, payee, award.applicationId),
    looks: looksAt(context, award.id),
    heldUntil: payee !== null && isOnHold(payee, context.now) ? heldUntil(payee) : null,
    payee:
      details === null || payee === null
        ? null
        : details.kind === 'bank'
          ? {
              kind: 'bank',
              holder: details.holder,
              name: details.name,
              masked: maskAccount(payee.ending),
              host: hostOf(context, payee, details),
            }
          : details,
  };
}

function hostOf(context: Pick<Context, 'db'>, payee: PayeeVersionRow, { host }: AccountPayee): YourHost | null {
  if (host === undefined) return null;
  const { name, email, keepsMinor } = host;
  return { name, email, keepsMinor, standing: hostStanding(context.db, payee) };
}

function confirmingOf(context: Context, payee: PayeeVersionRow, applicationId: Id): YourMoney['confirming'] {
  if (isConfirmedPayee(context.db, payee.id)) return null;
  const recipientId = ownerOf(context, applicationId);
  const recipient = personById(context, recipientId)?.name ?? '';
  return { recipient, demoCode: demonstrationPayeeCode(context, payee.id, recipientId) };
}

function looksAt(context: Context, awardId: Id): YourMoney['looks'] {
  const rows = findPayeeReveals(context.db, awardId);
  const people = peopleById(
    context,
    rows.map((row) => row.personId),
  );
  return rows.map((row) => ({
    id: row.id,
    who: people.get(row.personId)?.name ?? '',
    at: row.revealedAt,
    why: row.reason,
    version: row.version,
  }));
}
