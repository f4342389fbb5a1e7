import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mediaOwner, mediaPartResponse, mediaResponse } from '../../application/queries/media-file.server.ts';
import { shownCards } from './shown-cards.server.ts';

/**
 * A picture or a film that a group shows everybody, for as long as it does; of a film also its picture and its captions.
 *
 * @param part  of the address
 * @returns     null for what is not shown
 */
export async function pitchMedia(
  context: Context,
  applicationId: Id,
  part: string,
  request: Request,
): Promise<Response | null> {
  const card = shownCards(context, [applicationId]).get(applicationId);
  const mediaId = part === 'picture' ? card?.pictureId : card?.filmId;
  const owner = mediaId == null ? null : mediaOwner(context, mediaId);
  if (mediaId == null || owner?.applicationId !== applicationId) return null;
  const approved = { onlyApproved: true };
  switch (part) {
    case 'picture':
      // Of a film chosen as a picture the frame that stands for it, and nothing that moves.
      return owner.kind === 'video'
        ? mediaPartResponse(context, mediaId, 'poster', request, approved)
        : mediaResponse(context, mediaId, request);
    case 'film':
      return mediaResponse(context, mediaId, request);
    case 'poster':
    case 'captions':
      return mediaPartResponse(context, mediaId, part, request, approved);
    default:
      return null;
  }
}
