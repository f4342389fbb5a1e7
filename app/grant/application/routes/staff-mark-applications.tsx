import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { markEligibility } from '../commands/mark-eligibility.server.ts';
import { markForm } from '../forms/eligibility-form.ts';
import { readChosen } from '../forms/list-query.ts';
import { chosenApplications } from '../queries/chosen-applications.server.ts';
import { listedCall } from '../queries/staff-list.server.ts';
import { findingFaultShown, isFindingFault } from '../ui/finding-fault.ts';
import { FindingFields } from '../ui/finding-fields.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.eligibilityDesk.markTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(listedCall(portal, params.callId ?? ''));
  const asked = readChosen(new URL(request.url).searchParams, call.currency);
  return { ...found(chosenApplications(portal, call.id, asked)), batchId: portal.newId() };
}

/** Which applications stays in the address, so that the form can be posted again when something is missing. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(listedCall(portal, params.callId ?? ''));
  const asked = readChosen(new URL(request.url).searchParams, call.currency);
  const form = await readForm(request, markForm);
  if (!form.ok) return form.response;
  const { batchId, count, outcome, reasons, note } = form.value;
  const chosen = asked.kind === 'all' ? { ...asked, expected: count } : asked;
  const marked = markEligibility(portal, call.id, batchId, chosen, { outcome, reasonIds: reasons, note });
  if (marked.ok) throw redirect(paths.staffMarkedApplications({ callId: call.id, batchId: marked.value }), 303);
  const { words, language } = wordsIn('en');
  const { faults, refusals } = words.eligibilityDesk;
  const { reason } = marked;
  if (reason === 'not-found') notFound();
  if (isFindingFault(reason)) return form.refuse(null, findingFaultShown(reason, note));
  if (reason === 'nothing-chosen') return form.refuse(faults[reason]);
  if (reason === 'scoring-started') return form.refuse(refusals[reason]);
  const now = chosenApplications(portal, call.id, asked)?.count ?? 0;
  return form.refuse(say(language, refusals[reason], { count: now }));
}

export default function StaffMarkApplications() {
  const { words, language } = useWords();
  const { call, count, isScoringOpen, batchId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.eligibilityDesk;
  return (
    <Page
      back={paths.staffApplications({ callId: call.id })}
      backLabel={words.applicationDesk.staffBackToList}
      title={text.markTitle}
      lead={say(language, text.markLead, { count })}
    >
      <p>{say(language, text.markWhat, { title: call.title })}</p>
      {isScoringOpen ? (
        <Notice>
          <p>{text.over}</p>
        </Notice>
      ) : count === 0 ? (
        <Empty title={text.faults['nothing-chosen']} />
      ) : (
        <Form reply={reply}>
          <Hidden name="batchId" value={batchId} />
          <Hidden name="count" value={count} />
          <FindingFields items={call.items} />
          <p className="hint">{text.undoable}</p>
          <Button>{say(language, text.markSave, { count })}</Button>
        </Form>
      )}
    </Page>
  );
}
