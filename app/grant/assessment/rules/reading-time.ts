/** Careful reading in what may be a second or third language. */
export const WORDS_A_MINUTE = 180;

/** So many are shown of what is to do and of what is handed in, until more are asked for. */
export const WORK_SHOWN = 100;

/**
 * How long one application asks of an assessor: reading at 180 words a minute, and watching in full.
 *
 * @returns whole minutes, rounded up, at least one
 */
export function readingMinutes(application: { words: number; videoSeconds: number | null }): number {
  const seconds = Math.ceil((60 * application.words) / WORDS_A_MINUTE) + (application.videoSeconds ?? 0);
  return Math.max(1, Math.ceil(seconds / 60));
}
