import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';

/** Where an applicant finds what they sent, and what goes with it. */
export function ownMedia(mediaId: Id) {
  const part = (name: string) => paths.applyMediaPart({ mediaId, part: name });
  return {
    src: paths.applyMedia({ mediaId }),
    poster: part('poster'),
    captions: part('captions'),
    progress: part('progress'),
  };
}
