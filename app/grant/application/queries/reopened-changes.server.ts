import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Stretch, wordDiff } from '#app/kernel/word-diff.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { ReopenedDetail } from '../rules/reopening.ts';
import { findEarlierOf, findMediaOf, type Media } from '../store/media.server.ts';
import { findReopenings, type PartRow } from '../store/reopenings.server.ts';
import { onlyApproved, type Recorded, recordedAmong } from './recorded.server.ts';

/** What changed in one part since the application was first sent. */
export type ReopenedChange = {
  readonly questionId: Id | null;
  readonly detail: ReopenedDetail | null;
  /** As it was first sent, and as it stands. An amount is in whole minor units. */
  readonly first: string;
  readonly now: string;
  readonly stretches: readonly Stretch[];
  /** Every recording that stood here before the one that stands now, the first one first; none where none was replaced. */
  readonly recordingsBefore: readonly (Recorded & { readonly lang: string | undefined })[];
  /** Somebody recorded it anew, whether a recording had stood there before or none. */
  readonly isRecordedAnew: boolean;
  /** When it was last sent again, and why it was asked for. */
  readonly sentAt: Instant;
  readonly reason: string;
};

/** Every part that was sent again, against what was sent first. The caller has checked who asks. */
export function reopenedChanges(context: Pick<Context, 'db'>, applicationId: Id): ReopenedChange[] {
  const sent = findReopenings(context.db, applicationId).filter(({ sentAt }) => sentAt !== null);
  if (sent.length === 0) return [];
  const { earlier, anew } = replacedRecordings(context, applicationId);
  const isRecordedAnew = ({ id }: PartRow) => anew.has(id);
  const changes = new Map<string, ReopenedChange>();
  // Newest first: what stands now is met first, and each earlier round only moves the beginning further back.
  for (const { parts, sentAt, reason } of sent) {
    for (const part of parts) {
      const { questionId, detail, before, text } = part;
      if (before === text && !isRecordedAnew(part)) continue;
      const key = questionId ?? detail ?? '';
      const later = changes.get(key);
      changes.set(key, {
        questionId,
        detail,
        first: before,
        now: later?.now ?? text,
        stretches: [],
        recordingsBefore: earlier.filter((recording) => recording.questionId === questionId),
        isRecordedAnew: isRecordedAnew(part) || (later?.isRecordedAnew ?? false),
        sentAt: later?.sentAt ?? sentAt ?? 0,
        reason: later?.reason ?? reason,
      });
    }
  }
  return [...changes.values()]
    .filter(({ first, now, isRecordedAnew }) => first !== now || isRecordedAnew)
    .map((change) => ({ ...change, stretches: wordDiff(shown(change.first), shown(change.now)) }));
}

/** What stood before, and the parts of reopenings that were answered with a recording: two or five queries. */
function replacedRecordings(context: Pick<Context, 'db'>, applicationId: Id) {
  const earlier = findEarlierOf(context.db, applicationId);
  const partsOf = (media: readonly Media[]) => media.flatMap(({ reopenedPartId }) => reopenedPartId ?? []);
  const recorded = recordedAmong(context, earlier);
  return {
    anew: new Set([...partsOf(earlier), ...partsOf(findMediaOf(context.db, applicationId))]),
    earlier: earlier.flatMap(({ id, questionId, language }) => {
      const ready = recorded.get(id);
      return ready === undefined ? [] : [{ ...onlyApproved(ready), questionId, lang: language ?? undefined }];
    }),
  };
}

/** A line of a list of costs has a tab before its amount. */
function shown(text: string): string {
  return text.replaceAll('\t', ': ');
}
