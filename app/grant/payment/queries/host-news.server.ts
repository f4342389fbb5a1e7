import { awardById } from '#app/grant/award/queries/award-card.server.ts';
import { callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findHostLetter } from '../store/host-letters.server.ts';
import { findPayeeVersion } from '../store/payees.server.ts';
import { openPayee } from './sealed-details.server.ts';

/** What letters to and about a fiscal host say. A promise names a letter that exists. */
export function hostNews(context: Pick<Context, 'db' | 'now' | 'secrets'>, letterId: Id) {
  const letter = findHostLetter(context.db, letterId);
  const payee = letter === null ? null : findPayeeVersion(context.db, letter.payeeVersionId);
  const award = payee === null ? null : awardById(context, payee.awardId);
  const call = award === null ? null : callById(context, award.callId);
  invariant(letter && payee && award && call, 'a letter to a host is about an award');
  const details = openPayee(context, payee.sealed);
  invariant(details.kind === 'bank' && details.host, 'a host has its terms');
  return { letter, award, call, host: details.host };
}
