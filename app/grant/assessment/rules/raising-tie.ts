import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { ConflictLevel } from './conflicts.ts';

/** A tie as staff write it down. */
export type RaisedTie = {
  readonly memberId: Id;
  /** As people say it: "SI-7K3D2M". */
  readonly reference: string;
  readonly level: 'soft' | 'hard';
  readonly reason: string;
};

export type RaiseRefusal = 'unknown-member' | 'unknown-application' | 'already-tied' | 'reason-missing';

/** Staff may say of any seated member what ties her to a group, at any time, with a reason; a tie only ever grows. */
export function decideRaise(
  facts: { readonly isMember: boolean; readonly isTabled: boolean; readonly before: ConflictLevel | null },
  tie: Pick<RaisedTie, 'level' | 'reason'>,
): Outcome<'raised', RaiseRefusal> {
  if (!facts.isMember) return refused('unknown-member');
  if (!facts.isTabled) return refused('unknown-application');
  if (facts.before === 'hard' || facts.before === tie.level) return refused('already-tied');
  if (tie.reason.trim() === '') return refused('reason-missing');
  return done('raised');
}
