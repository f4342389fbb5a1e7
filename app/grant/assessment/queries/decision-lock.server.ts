import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { LetterWords } from '../rules/deciding/content-hash.ts';
import type { DecisionLock } from '../rules/deciding/decision-lock.ts';
import { type DecisionStage, findLetters, findLock } from '../store/decisions.server.ts';

/** The lock on a decision of a call; null while it is open. No actor is checked. */
export function decisionLockOf(
  context: Pick<Context, 'db'>,
  callId: Id,
  stage: DecisionStage,
): (DecisionLock & { readonly feedbackFrom: Instant | null }) | null {
  return findLock(context.db, callId, stage);
}

/** A letter that is written down: by hand, or by the lock. */
export type KeptLetter = LetterWords & { readonly isEdited: boolean; readonly writtenAt: Instant };

/** The letters about a decision that are written down, by application: one query. No actor is checked. */
export function keptLetters(
  context: Pick<Context, 'db'>,
  applicationIds: readonly Id[],
  stage: DecisionStage,
): ReadonlyMap<Id, KeptLetter> {
  return new Map(
    findLetters(context.db, applicationIds, stage).map(
      ({ applicationId, language, subject, body, feedback, writtenAt, editedBy }) => [
        applicationId,
        { language, subject, body, feedback, writtenAt, isEdited: editedBy !== null },
      ],
    ),
  );
}

/** A lock as it is shown. */
export type ShownLock = {
  readonly contentHash: string;
  readonly lockedBy: string;
  readonly lockedAt: Instant;
  readonly confirmedBy: string | null;
  readonly confirmedAt: Instant | null;
  readonly releasedAt: Instant | null;
  readonly feedbackFrom: Instant | null;
  /** Whoever looks locked it, and so does not confirm it. */
  readonly isMine: boolean;
  /** Something changed under the lock, such as a tie declared since: it must be taken off. */
  readonly isStale: boolean;
};

/** @param presentHash  of the decision as it stands now; null where nothing can change any more */
export function shownLock(
  context: Pick<Context, 'db'>,
  lock: DecisionLock & { readonly feedbackFrom: Instant | null },
  readerId: Id,
  presentHash: string | null,
): ShownLock {
  const people = peopleById(context, [lock.lockedBy, ...(lock.confirmedBy === null ? [] : [lock.confirmedBy])]);
  return {
    contentHash: lock.contentHash,
    lockedBy: people.get(lock.lockedBy)?.name ?? '',
    lockedAt: lock.lockedAt,
    confirmedBy: people.get(lock.confirmedBy ?? '')?.name ?? null,
    confirmedAt: lock.confirmedAt,
    releasedAt: lock.releasedAt,
    feedbackFrom: lock.feedbackFrom,
    isMine: lock.lockedBy === readerId,
    isStale: presentHash !== null && presentHash !== lock.contentHash,
  };
}
