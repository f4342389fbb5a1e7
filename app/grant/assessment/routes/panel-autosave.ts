import type { ActionFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/people/request.server.ts';
import { autosaveResponse } from '#app/ui/autosave-answer.ts';
import { readForm } from '#app/ui/read-form.ts';
import { saveScores } from '../commands/save-scores.server.ts';
import { sheetForm, sheetValues } from '../forms.ts';
import { scoringSheet } from '../queries/scoring-sheet.server.ts';

/** Saves a sheet while it is being filled in. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const applicationId = params.applicationId ?? '';
  if (portal.actor === null) return autosaveResponse({ state: 'signed-out' });
  const found = scoringSheet(portal, applicationId);
  if (found === null) return autosaveResponse({ state: 'not-found' });
  const form = await readForm(request, sheetForm(found.criteria, 'save', portal.language));
  if (!form.ok) return autosaveResponse({ state: 'refused', errors: form.reply.errors });
  const outcome = saveScores(portal, applicationId, form.value.entries, form.value.revision);
  if (outcome.ok) return autosaveResponse({ state: 'saved', revision: outcome.value.revision, errors: {} });
  switch (outcome.reason) {
    case 'not-found':
      return autosaveResponse({ state: 'not-found' });
    case 'changed-elsewhere':
      return autosaveResponse({
        state: 'changed-elsewhere',
        revision: found.sheet?.revision ?? 0,
        stored: sheetValues(found.criteria, found.sheet),
        by: null,
      });
    case 'unknown-criterion':
    case 'score-off-scale':
    case 'too-long':
      return autosaveResponse({ state: 'refused', errors: {} });
    default:
      return autosaveResponse({ state: 'frozen' });
  }
}

export function loader() {
  notFound();
}
