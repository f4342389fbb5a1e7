import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { ErrorSummary } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { conductStage } from '../commands/conduct-stage.server.ts';
import { pressForm } from '../forms.ts';
import { controlView } from '../queries/control-view.server.ts';
import { ControlPanel } from '../ui/control-panel.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.pitchDay.controlTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const control = found(controlView(portal, params.eventId ?? ''));
  return { control, now: portal.now, callId: control.callId, script: scriptUrl('control') };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const eventId = params.eventId ?? '';
  const { pitchDay } = wordsIn('en').words;
  found(controlView(portal, eventId));
  const form = await readForm(request, pressForm);
  if (!form.ok) return form.response;
  const { press, version, understood } = form.value;
  if (press === 'close-vote' && understood !== 'on') return form.refuse(null, { understood: pitchDay.tickFirst });
  const conducted = conductStage(portal, eventId, press, version);
  if (conducted.ok) throw redirect(paths.staffControl({ eventId }));
  if (conducted.reason === 'not-found') notFound();
  return form.refuse(pitchDay.refusals[conducted.reason]);
}

/** Made for one thumb. Every button is a plain post that carries the version it was shown with. */
export default function Control() {
  const { pitchDay } = useWords().words;
  const { control, now, callId, script } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { stage } = control;
  return (
    <Page
      title={pitchDay.controlTitle}
      overline={stage.title}
      back={paths.staffPitchDay({ callId })}
      backLabel={pitchDay.controlDesk}
    >
      <ErrorSummary reply={reply} />
      <div
        data-control
        data-follow={paths.stageEvents({ eventId: stage.eventId })}
        data-follow-key="mark"
        data-follow-value={stage.mark}
        data-posted={reply && 'yes'}
      >
        <div role="alert">
          <div className="notice bad" data-lost hidden>
            <p>{pitchDay.controlLost}</p>
          </div>
        </div>
        <ControlPanel control={control} now={now} />
      </div>
      <script type="module" src={script} />
    </Page>
  );
}
