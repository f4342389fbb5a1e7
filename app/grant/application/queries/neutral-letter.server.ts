import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { findSafety } from '../store/safety.server.ts';
import { findApplication } from '../store.server.ts';

/**
 * What stands over a letter about an application for which somebody asked that nothing be read there; null for all
 * others.
 *
 * @param reader  BCP 47 tag of whoever is written to; its owner's when not said
 */
export function neutralLetter(
  context: Pick<Context, 'db'>,
  applicationId: Id,
  reader?: string,
): { subject: string; words: string } | null {
  if (!findSafety(context.db, [applicationId]).get(applicationId)?.neutralSubject) return null;
  const applicant = personById(context, findApplication(context.db, applicationId)?.applicantId ?? '');
  const { safety } = wordsIn(reader ?? applicant?.language ?? 'en').words;
  return { subject: safety.neutralLetterSubject, words: safety.neutralText };
}
