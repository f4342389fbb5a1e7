import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import type { PlayedFrom } from '#app/ui/player.tsx';

/** Where a manager finds what an applicant sent, and what goes with it. */
export function staffMedia(mediaId: Id): PlayedFrom {
  return {
    src: paths.staffMedia({ mediaId }),
    poster: paths.staffMediaPart({ mediaId, part: 'poster' }),
    captions: paths.staffMediaPart({ mediaId, part: 'captions' }),
  };
}
