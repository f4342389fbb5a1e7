import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findAcceptance, findAward } from '../store.server.ts';

export type SignedAgreement = {
  readonly typedName: string;
  readonly acceptedAt: Instant;
  readonly agreementText: string;
  readonly agreementHash: string;
};

/** The agreement of an accepted award with its signature, or null; whoever asks checks its reader. */
export function signedAgreement(context: Pick<Context, 'db'>, awardId: Id): SignedAgreement | null {
  const award = findAward(context.db, awardId);
  const signed = findAcceptance(context.db, awardId);
  if (award === null || signed === null) return null;
  return {
    typedName: signed.typedName,
    acceptedAt: signed.acceptedAt,
    agreementText: award.agreementText,
    agreementHash: signed.agreementHash,
  };
}
