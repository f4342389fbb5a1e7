import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { LeaveQuickly } from '#app/ui/leave-quickly.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { hideFrom, showAgain } from '../commands/hide-from.server.ts';
import { saveSafety } from '../commands/save-safety.server.ts';
import { hiddenForm, safetyForm } from '../forms/safety-form.ts';
import { safetyPage } from '../queries/safety-page.server.ts';
import { HiddenList } from '../ui/hidden-list.tsx';
import { OfCall } from '../ui/of-call.tsx';
import { SafetyForm } from '../ui/safety-form.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.safety.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = found(safetyPage(signedIn(context, request), params.applicationId ?? ''));
  return { page, isSaved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id } = found(safetyPage(portal, params.applicationId ?? ''));
  const posted = await request.formData();
  switch (posted.get('intent')) {
    case 'hide':
      return hide(portal, id, posted);
    case 'show':
      if (!showAgain(portal, id, String(posted.get('hiddenId'))).ok) notFound();
      throw redirect(`${paths.applySafety({ applicationId: id })}#hidden`, 303);
    default:
      return save(portal, id, posted);
  }
}

async function hide(portal: SignedIn, applicationId: string, posted: FormData) {
  const form = await readForm(posted, hiddenForm(portal.language));
  if (!form.ok) return form.response;
  const { kind, name, email } = form.value;
  const outcome = hideFrom(portal, applicationId, { kind, name, email: email ?? null });
  if (outcome.ok) throw redirect(`${paths.applySafety({ applicationId })}#hidden`, 303);
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(null, { name: wordsIn(portal.language).words.safety.faults[outcome.reason] });
}

async function save(portal: SignedIn, applicationId: string, posted: FormData) {
  const form = await readForm(posted, safetyForm(portal.language));
  if (!form.ok) return form.response;
  const { revision, ...settings } = form.value;
  const outcome = saveSafety(portal, applicationId, settings, revision);
  if (outcome.ok) throw redirect(paths.applySafety({ applicationId, saved: 'yes' }), 303);
  if (outcome.reason === 'not-found') notFound();
  const fault = wordsIn(portal.language).words.safety.faults[outcome.reason];
  return outcome.reason === 'name-on-paper' ? form.refuse(null, { publicName: fault }) : form.refuse(fault);
}

/** Who must not see it, what others call the group, and how it is safe to reach them. */
export default function Safety() {
  const { words } = useWords();
  const { page, isSaved } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.safety;
  const isHiding = reply?.typed.intent?.[0] === 'hide';
  return (
    <Page
      back={paths.applyApplication({ applicationId: page.id })}
      backLabel={words.application.taskTitle}
      overline={<OfCall title={page.callTitle} reference={page.reference} />}
      title={text.title}
      lead={text.lead}
    >
      <LeaveQuickly />
      {isSaved && reply === undefined && (
        <Notice tone="good" live>
          <p>{text.saved}</p>
        </Notice>
      )}
      <p>{text.onlyYou}</p>
      <HiddenList page={page} reply={isHiding ? reply : undefined} />
      <SafetyForm page={page} reply={isHiding ? undefined : reply} />
    </Page>
  );
}
