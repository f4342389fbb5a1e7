import { HOUR } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { mayReadCall } from '../rules/access.ts';
import { type CheckOutcome, checkResult } from '../rules/self-check.ts';
import { addToCount, type CheckItem, findCheckItems } from '../store/self-check.server.ts';
import { findCallBySlug } from '../store.server.ts';

/**
 * Checks counted an hour and call, never per address: nothing is kept that could tell one visitor from another.
 * Above it a check is answered like any other, and only not counted: a robot is not a community.
 */
export const COUNTED_AN_HOUR_MAX = 600;

const limitOf = limitPerStore<Context['db']>(COUNTED_AN_HOUR_MAX, HOUR);

/**
 * Says how a self-check ended and adds one to a number; the answers themselves are never written down.
 *
 * @param answers  for each sentence, in their order, whether it is true
 */
export function answerSelfCheck(
  context: Context,
  slug: string,
  answers: readonly boolean[],
): Outcome<{ outcome: CheckOutcome; missed: CheckItem[] }, 'not-found'> {
  return context.transact((tx) => {
    const call = findCallBySlug(tx, slug);
    if (call === null || !mayReadCall(context.actor, call)) return refused('not-found');
    const items = findCheckItems(tx, call.id);
    if (items.length === 0) return refused('not-found');
    const result = checkResult(items, answers);
    // A manager who tries out her draft is nobody's applicant.
    const counts = call.state === 'published' && limitOf(context.db).allows(call.id, context.now);
    if (counts) addToCount(tx, call.id, result.outcome);
    return done(result);
  });
}
