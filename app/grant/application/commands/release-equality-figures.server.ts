import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { publishedCalls } from '../../call/queries/call-facts.server.ts';
import { entriesEndAt } from '../queries/entries-end.server.ts';
import { figuresDueAt } from '../rules/equality-release.ts';
import { EQUALITY_QUESTIONS, EQUALITY_SET_VERSION } from '../rules/equality-set.ts';
import { shownCounts } from '../rules/suppression.ts';
import { findEqualityAnswers, findEqualityRelease, insertEqualityRelease } from '../store/equality.server.ts';

/** Makes the figures about who applied for every call that they are due for, once each. */
export function releaseEqualityFigures(context: Context): void {
  for (const call of publishedCalls(context)) {
    const endsAt = entriesEndAt(context, call.id) ?? call.closesAt;
    if (context.now < figuresDueAt(endsAt)) continue;
    context.transact((tx) => {
      if (findEqualityRelease(tx, call.id, EQUALITY_SET_VERSION) !== null) return done('made already');
      const answers = findEqualityAnswers(tx, call.id, EQUALITY_SET_VERSION);
      const figures = EQUALITY_QUESTIONS.map(({ id, codes }) => ({
        id,
        counts: shownCounts(
          codes.map((code) => ({ code, count: answers.filter((answer) => answer[id] === code).length })),
        ),
      }));
      const made = { callId: call.id, setVersion: EQUALITY_SET_VERSION, figures, releasedAt: context.now };
      insertEqualityRelease(tx, made);
      return done('made');
    });
  }
}
