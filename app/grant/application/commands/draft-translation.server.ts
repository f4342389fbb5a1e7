import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { MachineFault } from '#app/platform/machine-translation.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { machineFor, translationPage } from '../queries/translation-page.server.ts';
import { decideTranslate, type TranslateRefusal } from '../rules/translations.ts';

export type MachineRefusal = 'no-machine' | 'words-there' | MachineFault;

/** Enough for every answer of two applications; the machine is somebody's, and may cost them. */
const draftsAnHour = limitPerStore(30, HOUR);

/**
 * Asks the machine for a first draft of a translation. Nothing is kept: the draft stands in the form of whoever asked,
 * and becomes a translation when they have read and saved it. Where no machine is set up, or the applicant hides
 * anything from anybody, no word leaves the portal.
 *
 * @param asked.typed  what stands in the field already: it is never written over
 */
export async function draftTranslation(
  context: Context,
  applicationId: Id,
  questionId: Id,
  asked: { readonly language: string; readonly typed: string; readonly ofRevision: number },
): Promise<Outcome<string, TranslateRefusal | MachineRefusal | 'not-found'>> {
  const { actor } = context;
  const page = translationPage(context, applicationId, questionId);
  if (actor === null || page === null) return refused('not-found');
  if (!page.powers.mayWrite) return refused('may-not-write');
  const { shown, lang } = page.answer;
  const facts = {
    answerLanguage: lang,
    hasAnswer: page.hasAnswer,
    readRevision: asked.ofRevision,
    answerRevision: page.revision,
  };
  const decision = decideTranslate(facts, asked.language);
  if (!decision.ok) return decision;
  const machine = machineFor(context, applicationId, page.answer);
  if (machine === null || shown.as !== 'text') return refused('no-machine');
  if (asked.typed.trim() !== '') return refused('words-there');
  if (!draftsAnHour(context.db).allows(actor.personId, context.now)) return refused('machine-refuses');
  return machine.translate(shown.text, lang, asked.language);
}
