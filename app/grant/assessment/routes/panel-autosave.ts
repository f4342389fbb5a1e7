import type { ActionFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/people/request.server.ts';
import { readForm } from '#app/ui/read-form.ts';
import { saveScores } from '../commands/save-scores.server.ts';
import { sheetForm, sheetValues } from '../forms.ts';
import { scoringSheet } from '../queries/scoring-sheet.server.ts';

type ByField = Readonly<Record<string, string>>;

/** What the script is told: never a page, never a redirect. */
type SheetSaved =
  | { readonly state: 'saved'; readonly revision: number; readonly errors: ByField }
  | { readonly state: 'changed-elsewhere'; readonly revision: number; readonly stored: ByField; readonly by: null }
  | { readonly state: 'refused'; readonly errors: ByField }
  | { readonly state: 'signed-out' | 'not-found' | 'frozen' };

const STATUS = {
  saved: 200,
  'changed-elsewhere': 409,
  refused: 422,
  'signed-out': 401,
  'not-found': 404,
  frozen: 410,
};

/** Saves a sheet while it is being filled in. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const applicationId = params.applicationId ?? '';
  if (portal.actor === null) return answer({ state: 'signed-out' });
  const found = scoringSheet(portal, applicationId);
  if (found === null) return answer({ state: 'not-found' });
  const form = await readForm(request, sheetForm(found.criteria, 'save'));
  if (!form.ok) return answer({ state: 'refused', errors: form.reply.errors });
  const outcome = saveScores(portal, applicationId, form.value.entries, form.value.revision);
  if (outcome.ok) return answer({ state: 'saved', revision: outcome.value.revision, errors: {} });
  switch (outcome.reason) {
    case 'not-found':
      return answer({ state: 'not-found' });
    case 'changed-elsewhere':
      return answer({
        state: 'changed-elsewhere',
        revision: found.sheet?.revision ?? 0,
        stored: sheetValues(found.criteria, found.sheet),
        by: null,
      });
    case 'unknown-criterion':
    case 'score-off-scale':
    case 'too-long':
      return answer({ state: 'refused', errors: {} });
    default:
      return answer({ state: 'frozen' });
  }
}

export function loader() {
  notFound();
}

function answer(body: SheetSaved): Response {
  return Response.json(body, { status: STATUS[body.state] });
}
