import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { saveJudgeScores } from '../commands/save-judge-scores.server.ts';
import { judgeForm } from '../forms/judge-form.ts';
import { judgePage } from '../queries/judge-page.server.ts';
import { JudgingScreen } from '../ui/judging-screen.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction<typeof loader> = ({ matches }) => titled(wordsFor(matches).words.judging.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const asked = new URL(request.url).searchParams;
  const pitch = asked.get('pitch');
  const page = found(judgePage(portal, params.callId ?? '', pitch));
  return {
    page,
    /** A judge who mends an earlier pitch is not taken away from it. */
    follows: pitch === null || page.shown?.applicationId !== pitch,
    isSaved: asked.get('done') === 'saved',
    scripts: { autosave: scriptUrl('autosave'), follow: scriptUrl('follow') },
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const { criteria } = found(judgePage(portal, callId, null));
  const posted = await request.formData();
  const applicationId = String(posted.get('applicationId') ?? '');
  const form = await readForm(posted, judgeForm(criteria, portal.language));
  if (!form.ok) return form.response;
  const outcome = saveJudgeScores(portal, callId, applicationId, form.value.scores, form.value.revision);
  if (outcome.ok) {
    const isOnStage = judgePage(portal, callId, null)?.shown?.applicationId === applicationId;
    throw redirect(paths.judging({ callId, pitch: isOnStage ? undefined : applicationId, done: 'saved' }));
  }
  if (outcome.reason === 'not-found') return notFound();
  const refused = form.refuse(wordsIn(portal.language).words.judging.refusals[outcome.reason]);
  return outcome.reason === 'changed-elsewhere' ? data(refused.data, { status: 409 }) : refused;
}

export default function Judging() {
  return <JudgingScreen {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />;
}
