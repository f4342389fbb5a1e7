import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** Whose the files in a store are, and how often its portal has swept them: in the database, and in a note beside them. */
export type FileClaim = { readonly portalId: Id; readonly sweeps: number };

export type SweepDoubt = 'files-of-another-portal' | 'database-is-older' | 'most-files-unknown';

/** In one sweep: a mistake of ours is noticed before it has cost much. */
const DELETED_SHARE_MAX = 0.05;
const DELETED_LEAST = 20;

/**
 * Decides whether a database may say which files of a store belong to nothing. One that is new, that lost days to a
 * restore, or that plays at being the real one knows less than the store holds. The first doubt wins.
 *
 * @param ours   what the database says; null when it never swept
 * @param note   what lies beside the files; null where nothing lies there
 * @param files  how many old ones the database knows, and how many it does not
 * @returns      what both say from now on
 */
export function decideSweep(
  ours: FileClaim | null,
  note: FileClaim | null,
  files: { readonly known: number; readonly lost: number },
  newPortalId: Id,
): Outcome<FileClaim, SweepDoubt> {
  if (note === null) {
    if (files.lost > files.known) return refused('most-files-unknown');
    return done({ portalId: ours?.portalId ?? newPortalId, sweeps: (ours?.sweeps ?? 0) + 1 });
  }
  if (note.portalId !== ours?.portalId) return refused('files-of-another-portal');
  if (note.sweeps > ours.sweeps) return refused('database-is-older');
  return done({ portalId: ours.portalId, sweeps: ours.sweeps + 1 });
}

/** How many lost files one sweep deletes; the rest waits for the next ones. */
export function deletedAtMost(files: { readonly known: number; readonly lost: number }): number {
  return Math.max(DELETED_LEAST, Math.floor((files.known + files.lost) * DELETED_SHARE_MAX));
}

/** As it is written beside the files. */
export function noteOf({ portalId, sweeps }: FileClaim): string {
  return `${portalId} ${sweeps}\n`;
}

/** What a note says; one that says nothing readable is somebody else's. */
export function claimIn(note: string): FileClaim {
  const [, portalId = '', sweeps = '0'] = /^(\S+) (\d{1,15})\n?$/.exec(note) ?? [];
  return { portalId, sweeps: Number(sweeps) };
}
