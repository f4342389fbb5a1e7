import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { ReviewerAnswers } from '../rules/deciding/feedback.ts';
import { answersOn, takenOutAt } from '../store/decisions.server.ts';

/** What reviewers wrote about one application, without whose words they are. */
export type ReviewersOn = {
  readonly answers: readonly ReviewerAnswers[];
  /** When a tie last took one of its sheets out; null when none did. */
  readonly takenOutAt: Instant | null;
};

/**
 * The two answers of every sheet that counts, for each of these applications: two queries however many. No actor is
 * checked: whoever asks decides who reads them.
 */
export function reviewersOn(context: Pick<Context, 'db'>, applicationIds: readonly Id[]): ReadonlyMap<Id, ReviewersOn> {
  const answers = Map.groupBy(answersOn(context.db, applicationIds), (row) => row.applicationId);
  const takenOut = takenOutAt(context.db, applicationIds);
  return new Map(
    applicationIds.map((id) => [
      id,
      {
        answers: (answers.get(id) ?? []).map(({ strength, concern }) => ({ strength, concern })),
        takenOutAt: takenOut.get(id) ?? null,
      },
    ]),
  );
}
