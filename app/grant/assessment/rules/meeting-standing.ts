import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { type Composition, compositionOf, type MemberKind } from './composition.ts';
import type { ConflictLevel } from './conflicts.ts';

/** Free: speaks and votes. Speaks only: a soft tie. Must leave: hears and sees nothing of it. */
export type Standing = 'free' | 'speaks-only' | 'must-leave';

/**
 * Where one member stands towards one application in a meeting. Whoever has not said that nothing ties her to it
 * leaves too: a panel hears of a tie before it hears of the application.
 */
export function standingOn(tie: {
  readonly isOwn: boolean;
  /** Its applicant has named her. */
  readonly isHidden: boolean;
  readonly declared: ConflictLevel | null;
}): Standing {
  if (tie.isOwn || tie.isHidden) return 'must-leave';
  if (tie.declared === 'soft') return 'speaks-only';
  return tie.declared === 'none' ? 'free' : 'must-leave';
}

export type Quorum = {
  /** Members in the meeting. */
  readonly here: number;
  /** Those of them who may decide. */
  readonly free: number;
  readonly needed: number;
  /** Of those who may decide: the share of participants that the call promised holds among them, too. */
  readonly composition: Composition;
  readonly isMet: boolean;
};

/** Whether those who are here and free of ties are enough, and enough of them participants, to decide anything. */
export function quorumOf(
  here: readonly { readonly kind: MemberKind; readonly standing: Standing }[],
  rule: { readonly quorum: number; readonly shareMinPercent: number },
): Quorum {
  const free = here.filter(({ standing }) => standing === 'free');
  const composition = compositionOf(
    free.map(({ kind }) => ({ kind, state: 'accepted' })),
    rule.shareMinPercent,
  );
  return {
    here: here.length,
    free: free.length,
    needed: rule.quorum,
    composition,
    isMet: free.length >= rule.quorum && composition.isMet,
  };
}

/** Somebody's time in a meeting; open while she is there. */
export type Stay = { readonly memberId: Id; readonly cameAt: Instant; readonly wentAt: Instant | null };

/** Who was there at a moment. Whoever leaves at it was still there: an end of the meeting sends everybody home. */
export function hereAt(stays: readonly Stay[], at: Instant): ReadonlySet<Id> {
  return new Set(
    stays
      .filter(({ cameAt, wentAt }) => cameAt <= at && (wentAt === null || wentAt >= at))
      .map(({ memberId }) => memberId),
  );
}
