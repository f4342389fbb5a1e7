import { invariant } from '#app/kernel/invariant.ts';
import { type Keeper, promise } from '#app/platform/outbox.server.ts';
import { decideRefuse } from '../rules/answering.ts';
import { answerAward, findAwardOfApplication } from '../store.server.ts';

/**
 * Turns down the open offer of an application that was taken back, as the group itself would: its place and money
 * go to the next on the reserve list now, and not when the offer lapses. Without an open offer there is nothing to do.
 */
export const refuseWithdrawnOffer: Keeper = async (context, promised) => (tx) => {
  const award = findAwardOfApplication(tx, promised.subjectId);
  if (award === null || !decideRefuse(award, context.now).ok) return;
  invariant(answerAward(tx, award.id, 'refused', context.now), 'the offer was open when this transaction began');
  promise(tx, context, { kind: 'award-refused', subjectId: award.id, detail: { because: 'withdrawn' } });
};
