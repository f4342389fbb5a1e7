import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { editRight } from '../queries/team.server.ts';
import { countWords } from '../rules/words.ts';
import { findAnswer, findApplication, writeAnswer } from '../store.server.ts';
import { noteSaveFromOutside } from './note-save-from-outside.server.ts';
import { type SaveRefusal, saveReopenedAnswer } from './save-reopened.server.ts';

/**
 * Saves the written answer to one question, however long or unfinished it is. A question that was reopened after
 * sending is written beside the application, until it is sent again.
 *
 * @param baseRevision  the revision the writer saw, 0 for none yet; without it the newest words win
 */
export function saveAnswer(
  context: Context,
  applicationId: Id,
  questionId: Id,
  text: string,
  baseRevision?: number,
): Outcome<{ revision: number; savedAt: Instant }, SaveRefusal> {
  // Browsers post line ends as CR LF and show them as LF.
  const written = text.replace(/\r\n?/g, '\n');
  const { actor } = context;
  return context.transact((tx) => {
    const found = findApplication(tx, applicationId);
    const right = editRight(context, found);
    if (!right.ok) return right;
    if (actor === null || found === null) return refused('not-found');
    const isAsked = callById(context, found.callId)?.questions.some((question) => question.id === questionId) ?? false;
    if (!isAsked) return refused('not-found');
    if (found.state !== 'draft') {
      const saved = saveReopenedAnswer(tx, context, found, questionId, written, baseRevision);
      if (saved.ok) noteSaveFromOutside(tx, context, found, questionId);
      return saved;
    }
    const stored = findAnswer(tx, applicationId, questionId);
    // A save whose answer got lost on the way is sent again: it finds its own words and is content.
    if ((stored?.text ?? '') === written) {
      return done({ revision: stored?.revision ?? 0, savedAt: stored?.savedAt ?? context.now });
    }
    const storedRevision = stored?.revision ?? 0;
    if (baseRevision !== undefined && baseRevision !== storedRevision) return refused('changed-elsewhere');
    const revision = storedRevision + 1;
    const words = countWords(written);
    const language = stored?.language ?? found.language;
    const saved = { revision, savedAt: context.now, savedBy: actor.personId };
    writeAnswer(tx, { applicationId, questionId, text: written, words, language, ...saved });
    noteSaveFromOutside(tx, context, found, questionId);
    return done({ revision, savedAt: context.now });
  });
}
