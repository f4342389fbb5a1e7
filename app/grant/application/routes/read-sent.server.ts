import { notFound } from '#app/people/request.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { isUploadForm, MalformedFormError, readUploadForm } from '#app/platform/upload-form.server.ts';
import { receiveMedia } from '../commands/receive-media.server.ts';
import type { MyApplication, MyQuestion } from '../queries/my-application.server.ts';
import { mediaRefusal } from '../ui/media-words.ts';

/** The text comes back as a form; what is sent beside it goes to disk while it arrives, and only its refusal comes back. */
export async function readSent(portal: Context, request: Request, mine: MyApplication, question: MyQuestion) {
  let mediaError: string | null = null;
  if (!isUploadForm(request)) return { form: await request.formData(), mediaError };
  try {
    const form = await readUploadForm(request, async ({ field, fileName, chunks }) => {
      if (field !== 'media') return;
      const taken = await receiveMedia(portal, {
        applicationId: mine.id,
        questionId: question.id,
        fileName,
        chunks,
      });
      if (taken.ok) return;
      if (taken.reason === 'not-found') notFound();
      mediaError = mediaRefusal(portal.language, taken.reason, mine.call, question.taken);
    });
    return { form, mediaError };
  } catch (error) {
    if (error instanceof MalformedFormError) throw new Response(null, { status: 400 });
    throw error;
  }
}
