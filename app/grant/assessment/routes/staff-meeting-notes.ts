import type { ActionFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/people/request.server.ts';
import { readForm } from '#app/ui/read-form.ts';
import { saveMeetingNotes } from '../commands/save-meeting-notes.server.ts';
import { meetingNotesForm } from '../forms/meeting-forms.ts';
import { chairOf } from '../queries/chair.server.ts';
import { meetingTable } from '../queries/meeting-table.server.ts';

type ByField = Readonly<Record<string, string>>;

/** What the script that saves while somebody types is told: never a page, never a redirect. */
type AutosaveAnswer =
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

/** Saves the chair's notes about the application that `what` names while they are being written. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  if (portal.actor === null) return answer({ state: 'signed-out' });
  const chair = chairOf(portal, params.callId ?? '');
  if (chair === null) return answer({ state: 'not-found' });
  const { call } = chair.run;
  const posted = await request.formData();
  const applicationId = String(posted.get('what'));
  posted.set('applicationId', applicationId);
  const form = await readForm(posted, meetingNotesForm);
  if (!form.ok) return answer({ state: 'refused', errors: form.reply.errors });
  const { notes, revision } = form.value;
  const outcome = saveMeetingNotes(portal, call.id, applicationId, notes, revision);
  if (outcome.ok) return answer({ state: 'saved', revision: outcome.value.revision, errors: {} });
  if (outcome.reason !== 'changed-elsewhere') {
    return answer({ state: outcome.reason === 'not-found' ? 'not-found' : 'frozen' });
  }
  const stored = meetingTable(portal, call)?.items.find((item) => item.applicationId === applicationId);
  return answer({
    state: 'changed-elsewhere',
    revision: stored?.revision ?? 0,
    stored: { notes: stored?.notes ?? '' },
    by: null,
  });
}

export function loader() {
  notFound();
}

function answer(body: AutosaveAnswer): Response {
  return Response.json(body, { status: STATUS[body.state] });
}
