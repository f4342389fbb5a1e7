import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { findSafety } from '../store/safety.server.ts';
import { findApplication } from '../store.server.ts';

/** What stands over a letter to somebody who asked for nothing to be read there; null for everybody else. */
export function neutralLetter(
  context: Pick<Context, 'db'>,
  applicationId: Id,
): { subject: string; words: string } | null {
  if (!findSafety(context.db, [applicationId]).get(applicationId)?.neutralSubject) return null;
  const applicant = personById(context, findApplication(context.db, applicationId)?.applicantId ?? '');
  const { safety } = wordsIn(applicant?.language ?? 'en').words;
  return { subject: safety.neutralLetterSubject, words: safety.neutralText };
}
