import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import type { LetterWords } from '../rules/deciding/content-hash.ts';
import {
  type DecisionStage,
  findLetters,
  insertLock,
  markConfirmed,
  markReleased,
  putLetters,
  removeLetters,
  removeLock,
} from '../store/decisions.server.ts';

/** The decision of a call at one of its two stages. */
export type LockedMatter = { readonly callId: Id; readonly stage: DecisionStage };

/**
 * Writes down every letter that nobody has touched, puts the lock on, and tells everybody who could be the second
 * person. Whoever calls has decided that it may be locked.
 *
 * @param hash     of all that was decided, asked for once the letters are written
 * @param letters  as the portal drafts them
 */
export function lockDecision(
  tx: Tx,
  context: Context,
  lock: LockedMatter & {
    /** The calculation that it rests on; null of awards. */
    readonly runId: Id | null;
    readonly hash: () => string;
    readonly letters: ReadonlyMap<Id, LetterWords>;
    readonly lockedBy: Id;
    readonly feedbackFrom: Instant | null;
    readonly seconds: readonly Id[];
  },
): void {
  const { callId, stage } = lock;
  putLetters(
    tx,
    [...lock.letters].map(([applicationId, { language, subject, body, feedback }]) => ({
      applicationId,
      stage,
      language,
      subject,
      body,
      feedback,
      writtenAt: context.now,
      editedBy: null,
      revision: 0,
    })),
  );
  const { lockedBy, feedbackFrom, runId } = lock;
  const contentHash = lock.hash();
  insertLock(tx, { callId, stage, contentHash, runId, lockedAt: context.now, lockedBy, feedbackFrom });
  for (const personId of lock.seconds) {
    promise(tx, context, { kind: 'decision-locked', subjectId: callId, detail: { personId, stage } });
  }
}

/** Takes the lock off, and gives up the letters that nobody touched: they are drafted anew. */
export function unlockDecision(tx: Tx, { callId, stage }: LockedMatter, applicationIds: readonly Id[]): void {
  removeLock(tx, callId, stage);
  const untouched = findLetters(tx, applicationIds, stage).filter((row) => row.editedBy === null);
  removeLetters(
    tx,
    untouched.map((row) => row.applicationId),
    stage,
  );
}

/** The second person has agreed. */
export function markDecisionConfirmed(tx: Tx, context: Context, { callId, stage }: LockedMatter, by: Id): void {
  markConfirmed(tx, callId, stage, by, context.now);
}

/** Everybody is told. */
export function markDecisionReleased(tx: Tx, context: Context, { callId, stage }: LockedMatter, by: Id): void {
  markReleased(tx, callId, stage, by, context.now);
}

/** Keeps a letter as somebody has rewritten it; whoever calls has decided that she may. */
export function keepLetter(
  tx: Tx,
  context: Context,
  letter: LetterWords & { readonly applicationId: Id; readonly stage: DecisionStage; readonly editedBy: Id },
): void {
  const { applicationId, stage, language, subject, body, feedback, editedBy } = letter;
  const words = { language, subject, body, feedback };
  putLetters(tx, [{ applicationId, stage, ...words, writtenAt: context.now, editedBy, revision: 0 }]);
}

/** Gives up what was written by hand. */
export function dropLetter(tx: Tx, applicationId: Id, stage: DecisionStage): void {
  removeLetters(tx, [applicationId], stage);
}
