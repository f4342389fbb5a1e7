import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { timeZoneChoices } from '#app/ui/local-time.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { editCall } from '../commands/edit-call.server.ts';
import { factsForm } from '../forms.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { ChangingFactsFields } from '../ui/changing-facts-fields.tsx';
import { draftFieldOf } from '../ui/draft-field.ts';
import { FactsFields } from '../ui/facts-fields.tsx';
import { factsValues } from '../ui/facts-values.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.callDesk.editTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(callForManager(portal, params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  return {
    callId: call.id,
    title: call.title,
    values: factsValues(call),
    timeZones: timeZoneChoices(call.timeZone),
    isChange: call.changeOf !== null,
    hasOpened: call.opensAt <= portal.now,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const form = await readForm(request, factsForm);
  if (!form.ok) return form.response;
  const outcome = editCall(portal, callId, form.value);
  if (outcome.ok) throw redirect(paths.staffCall({ callId }));
  if (outcome.reason === 'not-found') notFound();
  const { callDesk: words } = wordsIn('en').words;
  if (outcome.reason === 'published') return form.refuse(words.alreadyPublished);
  return form.refuse(null, { [draftFieldOf(form.value, outcome.reason)]: words.faults[outcome.reason] });
}

export default function StaffEditCall() {
  const { words } = useWords();
  const { callId, title, values, timeZones, isChange, hasOpened } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={words.callDesk.editTitle}
      lead={isChange ? words.changeDesk.editLead : words.callDesk.editLead}
      back={paths.staffCall({ callId })}
      backLabel={title}
    >
      <Form reply={reply} values={values}>
        {isChange ? (
          <ChangingFactsFields values={values} hasOpened={hasOpened} />
        ) : (
          <FactsFields timeZones={timeZones} />
        )}
        <Button big>{words.callDesk.editDo}</Button>
      </Form>
    </Page>
  );
}
