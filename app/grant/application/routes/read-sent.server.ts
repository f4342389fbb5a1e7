import { notFound } from '#app/people/request.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isUploadForm, MalformedFormError, readUploadForm } from '#app/platform/upload-form.server.ts';
import { receiveMedia } from '../commands/receive-media.server.ts';
import type { MyApplication, MyQuestion } from '../queries/my-application.server.ts';
import { isUnseen, seenArriving } from '../rules/media.ts';
import { mediaRefusal } from '../ui/media-words.ts';

/** The text comes back as a form; what is sent beside it goes to disk while it arrives, and only its refusal comes back. */
export async function readSent(portal: Context, request: Request, mine: MyApplication, question: MyQuestion) {
  let mediaError: string | null = null;
  let isTaken = false;
  if (!isUploadForm(request)) return { form: await request.formData(), mediaError, isTaken };
  try {
    const form = await readUploadForm(request, async ({ field, fileName, before, chunks }) => {
      if (field !== 'media') return;
      const taken = await receiveMedia(portal, {
        applicationId: mine.id,
        questionId: question.id,
        fileName,
        ...shownIn(before),
        chunks,
      });
      if (taken.ok) return;
      if (taken.reason === 'not-found') notFound();
      isTaken = isUnseen(taken.reason);
      mediaError = mediaRefusal(portal.language, taken.reason, mine.call, question.taken);
    });
    return { form, mediaError, isTaken };
  } catch (error) {
    if (error instanceof MalformedFormError) throw new Response(null, { status: 400 });
    throw error;
  }
}

/** What the page showed, with what was on its way: that is removed knowingly, but not broken off for another one unasked. */
export function seenIn(fields: FormData): { shown?: string[] } {
  const { shown } = shownIn(fields);
  if (shown === undefined) return {};
  const arriving = fields.get('arriving');
  return { shown: typeof arriving === 'string' && arriving !== '' ? [...shown, seenArriving(arriving)] : shown };
}

/** The recordings that the page showed; a page of an earlier version does not say. */
function shownIn(fields: FormData): { shown?: string[] } {
  const shown = fields.get('shown');
  return typeof shown === 'string' ? { shown: shown.split(' ').filter((id) => id !== '') } : {};
}
