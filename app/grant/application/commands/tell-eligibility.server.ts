import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { eligibilityLetters } from '../queries/eligibility-letters.server.ts';
import { decideTelling, type TellRefusal } from '../rules/eligibility.ts';
import { findWaiting, insertLetter } from '../store/eligibility.server.ts';

/** Promises that are made with one look at the database. */
const CHUNK = 500;

/**
 * Promises every applicant whose check waits to be told a letter about it.
 *
 * @param expected  how many the sender was told there were
 * @returns         how many
 */
export function tellEligibility(
  context: Context,
  callId: Id,
  expected: number,
): Outcome<number, TellRefusal | 'not-found'> {
  return context.transact<number, TellRefusal | 'not-found'>((tx) => {
    const waiting = eligibilityLetters(context, callId);
    if (waiting === null) return refused('not-found');
    const decision = decideTelling(waiting, { ...waiting, expected }, context.now);
    if (!decision.ok) return decision;
    let told = 0;
    for (let from = 0, more = true; more; ) {
      const letters = findWaiting(tx, callId, from, CHUNK);
      for (const { applicationId, checkId, place } of letters) {
        invariant(checkId !== null, 'a letter waits because of a check');
        insertLetter(tx, { checkId, toldBy: context.actor?.personId ?? '', toldAt: context.now });
        promise(tx, context, { kind: 'eligibility-told', subjectId: applicationId, detail: { checkId } });
        from = place;
      }
      told += letters.length;
      more = letters.length === CHUNK;
    }
    return done(told);
  });
}
