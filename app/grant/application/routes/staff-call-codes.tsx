import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { makeCallCode } from '../commands/make-call-code.server.ts';
import { revokeCallCode } from '../commands/revoke-call-code.server.ts';
import { accessCodeForm, revokeForm } from '../forms/access-code-form.ts';
import { callCodes } from '../queries/call-codes.server.ts';
import { codeDraftFaults } from '../rules/access-code.ts';
import { CodeTable } from '../ui/code-table.tsx';
import { MadeCode } from '../ui/made-code.tsx';
import { NewCode } from '../ui/new-code.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.codesDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  return { ...found(callCodes(portal, params.callId ?? '')), newId: portal.newId() };
}

/** A new code is in this one answer and in none after it: no redirect could show it without keeping it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(callCodes(portal, params.callId ?? ''));
  const { codesDesk } = wordsIn('en').words;
  const formData = await request.formData();
  if (formData.get('intent') === 'revoke') {
    const form = await readForm(formData, revokeForm);
    if (!form.ok || !revokeCallCode(portal, call.id, form.value.codeId).ok) notFound();
    throw redirect(`${paths.staffCallCodes({ callId: call.id })}#codes`, 303);
  }
  const form = await readForm(formData, accessCodeForm(call.timeZone));
  if (!form.ok) return form.response;
  const { codeId, ...draft } = form.value;
  const outcome = makeCallCode(portal, call.id, codeId, draft);
  if (outcome.ok) {
    const { code } = outcome.value;
    const link = new URL(paths.applyStart({ slug: call.slug, code }), portal.env.PUBLIC_URL).href;
    return { made: { code, link, label: draft.label } };
  }
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  const field = codeDraftFaults(draft, call, portal.now).find(({ fault }) => fault === reason)?.field;
  return field === undefined
    ? form.refuse(codesDesk.faults[reason])
    : form.refuse(null, { [field]: codesDesk.faults[reason] });
}

export default function StaffCallCodes() {
  const { words } = useWords();
  const { call, isStopped, codes, newId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.codesDesk;
  if (reply !== undefined && 'made' in reply) return <MadeCode callId={call.id} made={reply.made} />;
  return (
    <Page title={text.title} lead={text.lead} back={paths.staffCall({ callId: call.id })} backLabel={call.title}>
      <CodeTable call={call} codes={codes} />
      <NewCode call={call} codeId={newId} isStopped={isStopped} reply={reply} />
    </Page>
  );
}
