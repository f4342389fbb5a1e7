import { notFound } from '#app/people/request.server.ts';
import { readForm } from '#app/ui/read-form.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { SaveCardRefusal } from '../commands/save-pitch-card.server.ts';
import { pitchCardForm } from '../forms/pitch-card-form.ts';
import type { PitchCardPage } from '../queries/pitch-card-page.server.ts';
import type { WantedCard } from '../rules/pitch-card.ts';

type Save = (wanted: WantedCard, seenRevision: number) => { ok: true } | { ok: false; reason: SaveCardRefusal };

/**
 * Reads the form of a card and saves it, for the group's page and for the desk's.
 *
 * @param language  of the page
 * @returns         null when it is saved, else the 422
 */
export async function pressCard(request: Request, language: string, page: PitchCardPage, save: Save) {
  const form = await readForm(request, pitchCardForm(language));
  if (!form.ok) return form.response;
  const { wanted, revision } = form.value;
  const outcome = save(wanted, revision);
  if (outcome.ok) return null;
  if (outcome.reason === 'not-found') notFound();
  const { words } = wordsIn(language);
  const { refusals } = words.pitchCard;
  if (outcome.reason === 'one-line-missing') return form.refuse(null, { oneLine: refusals[outcome.reason] });
  if (outcome.reason === 'changed-elsewhere')
    return form.refuse(say(language, refusals[outcome.reason], { saved: page.card.oneLine }));
  return form.refuse(refusals[outcome.reason]);
}
