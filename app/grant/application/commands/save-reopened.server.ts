import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { openReopening } from '../queries/open-reopening.server.ts';
import type { EditRefusal } from '../queries/team.server.ts';
import type { Details } from '../rules/details.ts';
import { detailText } from '../rules/reopened-draft.ts';
import { countWords } from '../rules/words.ts';
import { countDetailsSave, writePart } from '../store/reopenings.server.ts';
import type { Application } from '../store.server.ts';

export type SaveRefusal = EditRefusal | 'frozen' | 'changed-elsewhere';

/** Keeps the new answer to a reopened question beside the application, inside the transaction of the save. */
export function saveReopenedAnswer(
  tx: Tx,
  context: Context,
  found: Application,
  questionId: Id,
  written: string,
  baseRevision?: number,
): Outcome<{ revision: number; savedAt: Instant }, SaveRefusal> {
  const part = openReopening(context, found)?.parts.find((one) => one.questionId === questionId);
  if (part === undefined) return refused('frozen');
  if (part.text === written) return done({ revision: part.revision, savedAt: part.savedAt ?? context.now });
  if (baseRevision !== undefined && baseRevision !== part.revision) return refused('changed-elsewhere');
  const revision = part.revision + 1;
  writePart(tx, part.id, { text: written, words: countWords(written), revision, savedAt: context.now });
  return done({ revision, savedAt: context.now });
}

/** The same for the details that were reopened; a form that names others does not change them. */
export function saveReopenedDetails(
  tx: Tx,
  context: Context,
  found: Application,
  details: Partial<Details>,
  baseRevision?: number,
): Outcome<{ revision: number }, SaveRefusal> {
  const reopening = openReopening(context, found);
  const changed = (reopening?.parts ?? []).flatMap((part) => {
    if (part.detail === null) return [];
    const text = detailText({ ...found, ...details }, part.detail);
    return [{ part, text: part.detail in details ? text : part.text }];
  });
  if (reopening === null || changed.length === 0) return refused('frozen');
  const differing = changed.filter(({ part, text }) => part.text !== text);
  if (differing.length === 0) return done({ revision: reopening.detailsRevision });
  if (baseRevision !== undefined && baseRevision !== reopening.detailsRevision) return refused('changed-elsewhere');
  const detailsRevision = reopening.detailsRevision + 1;
  for (const { part, text } of differing) {
    writePart(tx, part.id, { text, words: countWords(text), revision: part.revision + 1, savedAt: context.now });
  }
  countDetailsSave(tx, reopening.id, detailsRevision);
  return done({ revision: detailsRevision });
}
