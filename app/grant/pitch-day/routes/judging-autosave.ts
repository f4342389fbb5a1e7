import type { ActionFunctionArgs } from '@remix-run/node';
import { scoreValues } from '#app/grant/assessment/forms.ts';
import { notFound } from '#app/people/request.server.ts';
import { autosaveResponse } from '#app/ui/autosave-answer.ts';
import { readForm } from '#app/ui/read-form.ts';
import { saveJudgeScores } from '../commands/save-judge-scores.server.ts';
import { judgeForm } from '../forms/judge-form.ts';
import { judgePage } from '../queries/judge-page.server.ts';

/** Saves what a judge gives while she taps. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { portal } = context;
  const { callId = '', applicationId = '' } = params;
  if (portal.actor === null) return autosaveResponse({ state: 'signed-out' });
  const page = judgePage(portal, callId, applicationId);
  if (page === null) return autosaveResponse({ state: 'not-found' });
  const form = await readForm(request, judgeForm(page.criteria, portal.language));
  if (!form.ok) return autosaveResponse({ state: 'refused', errors: form.reply.errors });
  const outcome = saveJudgeScores(portal, callId, applicationId, form.value.scores, form.value.revision);
  if (outcome.ok) return autosaveResponse({ state: 'saved', revision: outcome.value.revision, errors: {} });
  switch (outcome.reason) {
    case 'not-found':
      return autosaveResponse({ state: 'not-found' });
    case 'changed-elsewhere': {
      // Read anew: the other window has saved since this request began.
      const { scores = {}, revision = 0 } = judgePage(portal, callId, applicationId)?.shown ?? {};
      return autosaveResponse({
        state: 'changed-elsewhere',
        revision,
        stored: scoreValues(page.criteria, scores),
        by: null,
      });
    }
    case 'judging-not-open':
    case 'tied-to-pitch':
      return autosaveResponse({ state: 'frozen' });
    default:
      return autosaveResponse({ state: 'refused', errors: {} });
  }
}

export function loader() {
  notFound();
}
