import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** A decision that was closed by one person, so that another can look at it before anybody is told. */
export type DecisionLock = {
  /** SHA-256 over all that was decided and every letter. */
  readonly contentHash: string;
  readonly lockedBy: Id;
  readonly lockedAt: Instant;
  readonly confirmedBy: Id | null;
  readonly confirmedAt: Instant | null;
  readonly releasedAt: Instant | null;
};

export type ConfirmRefusal = 'not-locked' | 'already-confirmed' | 'own-lock' | 'changed-since';

/**
 * Four eyes: whoever locked a decision does not confirm it, and what is confirmed is what was on her screen.
 *
 * @param seenHash     of the decision as it was shown
 * @param presentHash  of the decision as it stands now: a tie declared meanwhile may have taken a sheet out
 */
export function decideConfirming(
  lock: DecisionLock | null,
  by: { readonly personId: Id; readonly seenHash: string; readonly presentHash: string },
): Outcome<'confirmed', ConfirmRefusal> {
  if (lock === null) return refused('not-locked');
  if (lock.confirmedAt !== null) return refused('already-confirmed');
  if (lock.lockedBy === by.personId) return refused('own-lock');
  if (by.seenHash !== lock.contentHash || by.presentHash !== lock.contentHash) return refused('changed-since');
  return done('confirmed');
}

export type TakeOffRefusal = 'not-locked' | 'already-decided';

/** Until everybody was told, a lock can be taken off: then two people look again. */
export function decideTakingOff(lock: DecisionLock | null): Outcome<'taken-off', TakeOffRefusal> {
  if (lock === null) return refused('not-locked');
  return lock.releasedAt === null ? done('taken-off') : refused('already-decided');
}

export type ReleaseRefusal = 'not-locked' | 'not-confirmed' | 'already-decided' | 'changed-since';

/** What goes out is what two people agreed on, word for word. */
export function decideReleasing(lock: DecisionLock | null, presentHash: string): Outcome<'released', ReleaseRefusal> {
  if (lock === null) return refused('not-locked');
  if (lock.releasedAt !== null) return refused('already-decided');
  if (lock.confirmedAt === null) return refused('not-confirmed');
  return presentHash === lock.contentHash ? done('released') : refused('changed-since');
}
