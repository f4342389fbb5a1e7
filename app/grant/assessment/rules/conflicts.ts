import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** Soft: may read and discuss, may not score. Hard: no access at all. */
export type ConflictLevel = 'none' | 'soft' | 'hard';
export type Declared = ReadonlyMap<Id, ConflictLevel>;

/** An application on the panel's table, as much of it as a declaration needs. */
export type Tabled = {
  readonly applicationId: Id;
  /** She wrote it, or was ever in the team that did. */
  readonly isOwn: boolean;
};

/** A tie the member names: she knows them, or would gain from it. Hard unless she says that it is a soft one. */
export type NamedConflict = { readonly applicationId: Id; readonly reason: string; readonly level?: 'soft' | 'hard' };

export type DeclareRefusal = 'unknown-application' | 'reason-missing';

export const CONFLICT_REASON_MAX = 500;

/** What a declaration changes: each application at most once. */
export type DeclarationStep = { readonly applicationId: Id; readonly level: ConflictLevel; readonly reason: string };

/**
 * Turns what a member ticked into one row per application: what she did not name is free of conflict,
 * what her own team wrote never is, and a tie once declared stays or grows from soft to hard, whatever is sent later.
 *
 * @param ownReason  what stands as the reason on her own application
 * @returns          only what changes; rows that already say it are left alone
 */
export function decideDeclare(
  tabled: readonly Tabled[],
  declared: Declared,
  named: readonly NamedConflict[],
  ownReason: string,
): Outcome<readonly DeclarationStep[], DeclareRefusal> {
  const ties = new Map(named.map((tie) => [tie.applicationId, tie]));
  const known = new Set(tabled.map((row) => row.applicationId));
  if ([...ties.keys()].some((applicationId) => !known.has(applicationId))) return refused('unknown-application');
  const steps: DeclarationStep[] = [];
  for (const { applicationId, isOwn } of tabled) {
    const before = declared.get(applicationId);
    if (before === 'hard') continue;
    const tie = ties.get(applicationId);
    const reason = tie?.reason.trim() || (isOwn ? ownReason : '');
    if (tie !== undefined && reason === '') return refused('reason-missing');
    const level = isOwn ? 'hard' : (tie?.level ?? 'hard');
    if (reason === '') {
      if (before === undefined) steps.push({ applicationId, level: 'none', reason: '' });
    } else if (level !== before) steps.push({ applicationId, level, reason });
  }
  return done(steps);
}

/** Texts open when the member has said something about every application on the table. */
export function hasDeclaredAll(tabled: readonly Tabled[], declared: Declared): boolean {
  return tabled.every((row) => declared.has(row.applicationId));
}
