import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Stretch, wordDiff } from '#app/kernel/word-diff.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { ReopenedDetail } from '../rules/reopening.ts';
import { findReopenings } from '../store/reopenings.server.ts';

/** What changed in one part since the application was first sent. */
export type ReopenedChange = {
  readonly questionId: Id | null;
  readonly detail: ReopenedDetail | null;
  /** As it was first sent, and as it stands. An amount is in whole minor units. */
  readonly first: string;
  readonly now: string;
  readonly stretches: readonly Stretch[];
  /** When it was last sent again, and why it was asked for. */
  readonly sentAt: Instant;
  readonly reason: string;
};

/** Every part that was sent again, against what was sent first. The caller has checked who asks. */
export function reopenedChanges(context: Pick<Context, 'db'>, applicationId: Id): ReopenedChange[] {
  const sent = findReopenings(context.db, applicationId).filter(({ sentAt }) => sentAt !== null);
  const changes = new Map<string, ReopenedChange>();
  // Newest first: what stands now is met first, and each earlier round only moves the beginning further back.
  for (const { parts, sentAt, reason } of sent) {
    for (const { questionId, detail, before, text } of parts) {
      if (before === text) continue;
      const key = questionId ?? detail ?? '';
      const later = changes.get(key);
      const now = later?.now ?? text;
      changes.set(key, {
        questionId,
        detail,
        first: before,
        now,
        stretches: [],
        sentAt: later?.sentAt ?? sentAt ?? 0,
        reason: later?.reason ?? reason,
      });
    }
  }
  return [...changes.values()]
    .filter(({ first, now }) => first !== now)
    .map((change) => ({ ...change, stretches: wordDiff(shown(change.first), shown(change.now)) }));
}

/** A line of a list of costs has a tab before its amount. */
function shown(text: string): string {
  return text.replaceAll('\t', ': ');
}
