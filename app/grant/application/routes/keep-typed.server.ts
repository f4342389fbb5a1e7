import { notFound, type SignedIn } from '#app/people/request.server.ts';
import { isDiskFull } from '#app/platform/disk-full.ts';
import { isUploadForm, readUploadForm } from '#app/platform/upload-form.server.ts';
import { keptWordsResponse } from '#app/ui/kept-words.ts';
import { typedIn } from '#app/ui/read-form.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { hasLeft } from '../queries/team.server.ts';

/** Of the form itself, or chosen from a list: no words of the person. */
const NOT_TYPED = /^(revision|ofRevision|base-.*|intent|id|about|kind|language|mediaId|commentId|contactWay|shown)$/;

/**
 * Answers somebody whose form was open while they lost the right to save it: why, and all that they typed.
 *
 * @param language  BCP 47 tag of the language that they read
 * @throws always, so that no page of an application is loaded that they may not see
 */
export async function keepTyped(why: 'left-team' | 'may-not-edit', request: Request, language: string): Promise<never> {
  const form = isUploadForm(request) ? await readUploadForm(request, async () => undefined) : await request.formData();
  const { team } = wordsIn(language).words;
  const title = why === 'left-team' ? team.leftTitle : team.mayNotTitle;
  throw keptWordsResponse({ title, lead: team.leftText, texts: textsIn(typedIn(form)) }, 403);
}

/**
 * What a form is about, for somebody of the team; who was taken out of it while the form was open meets their words
 * again.
 *
 * @throws 404 for everybody else
 */
export async function foundOrKept<Found>(
  portal: SignedIn,
  applicationId: string | undefined,
  request: Request,
  found: Found | null,
): Promise<Found> {
  if (found !== null) return found;
  if (hasLeft(portal, applicationId ?? '')) return keepTyped('left-team', request, portal.language);
  return notFound();
}

/**
 * Saves what somebody typed; where the database takes no more, shows it to them again instead.
 *
 * @param typed  every field of the form, by its name
 * @throws an answer with the words, when there was no room
 */
export function savedOrKept<Saved>(save: () => Saved, typed: Typed, language: string): Saved {
  try {
    return save();
  } catch (error) {
    if (!isDiskFull(error)) throw error;
    const { fullTitle, fullText } = wordsIn(language).words.common;
    throw keptWordsResponse({ title: fullTitle, lead: fullText, texts: textsIn(typed) }, 503);
  }
}

/**
 * Shows what was written down of a recording that is not there any more.
 *
 * @throws always: the page of the recording that took its place is not where these words belong
 */
export function keepSpoken(typed: Typed, language: string): never {
  const { textGoneTitle, textGoneText } = wordsIn(language).words.recording;
  throw keptWordsResponse({ title: textGoneTitle, lead: textGoneText, texts: textsIn(typed) }, 409);
}

type Typed = ReturnType<typeof typedIn>;

function textsIn(typed: Typed): string[] {
  return Object.entries(typed)
    .filter(([name]) => !NOT_TYPED.test(name))
    .flatMap(([, values]) => values)
    .filter((text) => text.trim() !== '');
}
