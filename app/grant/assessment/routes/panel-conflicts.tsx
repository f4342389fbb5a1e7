import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { declareConflicts } from '../commands/declare-conflicts.server.ts';
import { tiesForm } from '../forms/ties-form.ts';
import { conflictList } from '../queries/conflict-list.server.ts';
import { TieField } from '../ui/tie-field.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.panelTies.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(conflictList(signedIn(context, request), params.callId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  const list = found(conflictList(portal, callId));
  const open = list.applications.filter((row) => row.declared !== 'hard');
  const form = await readForm(request, tiesForm(portal.language, open, list.hasDeclared));
  if (!form.ok) return form.response;
  const outcome = declareConflicts(portal, callId, form.value);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(wordsIn(portal.language).words.panelTies.refusals[outcome.reason]);
  }
  throw redirect(paths.panelCall({ callId, done: 'declared' }));
}

export default function PanelConflicts() {
  const { panelTies, panelReview } = useWords().words;
  const { call, applications, hasDeclared, isBlind } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.panelCall({ callId: call.id })}
      backLabel={call.title}
      title={panelTies.title}
      lead={panelTies.lead}
    >
      <p>
        {panelTies.why} {panelTies.stay} {hasDeclared && panelTies.later}
      </p>
      {isBlind && hasDeclared && <Notice>{panelReview.tiesBlind}</Notice>}
      {applications.length > 0 && (
        <Form reply={reply}>
          <ul className="ties">
            {applications.map((row) => (
              <li key={row.applicationId} className="card">
                <TieField row={row} />
              </li>
            ))}
          </ul>
          {!hasDeclared && <Tick name="looked" label={panelTies.looked} />}
          <Button big>{panelTies.save}</Button>
        </Form>
      )}
    </Page>
  );
}
