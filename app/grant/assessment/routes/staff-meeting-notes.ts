import type { ActionFunctionArgs } from '@remix-run/node';
import { notFound } from '#app/people/request.server.ts';
import { autosaveResponse } from '#app/ui/autosave-answer.ts';
import { readForm } from '#app/ui/read-form.ts';
import { saveMeetingNotes } from '../commands/save-meeting-notes.server.ts';
import { meetingNotesForm } from '../forms/meeting-forms.ts';
import { chairOf } from '../queries/chair.server.ts';
import { meetingTable } from '../queries/meeting-table.server.ts';

/** Saves the chair's notes about the application that `what` names while they are being written. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  if (portal.actor === null) return autosaveResponse({ state: 'signed-out' });
  const chair = chairOf(portal, params.callId ?? '');
  if (chair === null) return autosaveResponse({ state: 'not-found' });
  const { call } = chair.run;
  const posted = await request.formData();
  const applicationId = String(posted.get('what'));
  posted.set('applicationId', applicationId);
  const form = await readForm(posted, meetingNotesForm);
  if (!form.ok) return autosaveResponse({ state: 'refused', errors: form.reply.errors });
  const { notes, revision } = form.value;
  const outcome = saveMeetingNotes(portal, call.id, applicationId, notes, revision);
  if (outcome.ok) return autosaveResponse({ state: 'saved', revision: outcome.value.revision, errors: {} });
  if (outcome.reason !== 'changed-elsewhere') {
    return autosaveResponse({ state: outcome.reason === 'not-found' ? 'not-found' : 'frozen' });
  }
  const stored = meetingTable(portal, call)?.items.find((item) => item.applicationId === applicationId);
  return autosaveResponse({
    state: 'changed-elsewhere',
    revision: stored?.revision ?? 0,
    stored: { notes: stored?.notes ?? '' },
    by: null,
  });
}

export function loader() {
  notFound();
}
