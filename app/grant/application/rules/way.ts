import type { Taken } from './media.ts';

/** The one word for what a question takes beside writing; null when it takes nothing. */
export type Way = 'video' | 'voice' | 'either' | 'file';

/** Names what a question takes, or what all questions of a call take together, recordings before files. */
export function wayOf({ video, voice, file }: Taken): Way | null {
  if (video && voice) return 'either';
  if (video) return 'video';
  if (voice) return 'voice';
  return file ? 'file' : null;
}
