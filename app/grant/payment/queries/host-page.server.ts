import { awardById } from '#app/grant/award/queries/award-card.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isInvitationToken } from '../../application/rules/inviting.ts';
import { maskAccount } from '../rules/bank-account.ts';
import { hostLetterState } from '../rules/host-answer.ts';
import { findHostLetterByHash, findHostLetters, type HostLetterRow } from '../store/host-letters.server.ts';
import { findPayeeVersion, newestPayee } from '../store/payees.server.ts';
import { hostTokenHash } from './host-token-hash.server.ts';
import { openPayee } from './sealed-details.server.ts';

/** The letter that a token belongs to, and whether it may still be answered. */
export function letterOfToken(context: Pick<Context, 'db' | 'secrets' | 'now'>, token: string) {
  if (!isInvitationToken(token)) return null;
  const letter = findHostLetterByHash(context.db, hostTokenHash(context, token));
  return letter === null ? null : { letter, ...stateOf(context, letter) };
}

function stateOf(context: Pick<Context, 'db' | 'now'>, letter: HostLetterRow) {
  const payee = findPayeeVersion(context.db, letter.payeeVersionId);
  invariant(payee !== null, 'a letter to a host is about a payee');
  const letters = findHostLetters(context.db, payee.id);
  const answered = letters.find((row) => row.answer !== null);
  const state = hostLetterState(
    { expiresAt: letter.expiresAt, isNewest: letters.at(-1)?.id === letter.id, isAnswered: answered !== undefined },
    newestPayee(context.db, payee.awardId)?.id === payee.id,
    context.now,
  );
  return { payee, state, answer: answered?.answer ?? null };
}

/**
 * What somebody who holds a host's letter reads: whose money it would hold, how much, into which account and what it keeps.
 * Looking uses nothing up. A letter that counts no more shows nothing of the group.
 */
export function hostPage(context: Context, token: string) {
  const found = letterOfToken(context, token);
  if (found === null) return null;
  const { payee, state, answer, letter } = found;
  const details = openPayee(context, payee.sealed);
  const award = awardById(context, payee.awardId);
  const call = award === null ? null : callById(context, award.callId);
  invariant(details.kind === 'bank' && details.host && award && call, 'a host has an account, and an award to hold');
  const isShown = state === 'open' || state === 'answered';
  return {
    state,
    answer,
    timeZone: call.timeZone,
    expiresAt: letter.expiresAt,
    facts: isShown
      ? {
          hostName: details.host.name,
          groupName: award.groupName,
          title: award.title,
          partnerName: call.partnerName,
          amountMinor: award.amountMinor,
          keepsMinor: details.host.keepsMinor,
          currency: award.currency,
          accountName: details.name,
          masked: maskAccount(payee.ending),
        }
      : null,
  };
}

export type HostPage = NonNullable<ReturnType<typeof hostPage>>;
