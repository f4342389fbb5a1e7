import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { settleApplication } from '../../application/commands/settle-application.server.ts';
import { myRoleIn } from '../../application/queries/team.server.ts';
import { maySign } from '../../application/rules/team.ts';
import { type AnswerRefusal, decideAccept } from '../rules/answering.ts';
import { answerAward, findAward, insertAcceptance } from '../store.server.ts';

/**
 * Accepts an offer for the group, by somebody who may sign for it, and keeps who agreed to which words.
 * From then on the application cannot be taken back; one that was taken back cannot be paid.
 *
 * @param signed  the name as typed, and the hash of the agreement that was on the page
 */
export function acceptAward(
  context: Context,
  awardId: Id,
  signed: { readonly typedName: string; readonly agreementHash: string },
): Outcome<'accepted', AnswerRefusal | 'application-withdrawn' | 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const award = findAward(tx, awardId);
    if (award === null || actor === null || !maySign(myRoleIn(context, award.applicationId)))
      return refused('not-found');
    const decision = decideAccept(award, signed, context.now);
    if (!decision.ok) return decision;
    if (!settleApplication(tx, context, award.applicationId).ok) return refused('application-withdrawn');
    insertAcceptance(tx, {
      awardId,
      personId: actor.personId,
      typedName: signed.typedName.trim(),
      agreementVersion: award.agreementVersion,
      agreementHash: award.agreementHash,
      acceptedAt: context.now,
    });
    invariant(answerAward(tx, awardId, 'accepted', context.now), 'the offer was open when this transaction began');
    promise(tx, context, { kind: 'award-accepted', subjectId: awardId });
    promise(tx, context, { kind: 'agreement-made', subjectId: awardId });
    return done('accepted');
  });
}
