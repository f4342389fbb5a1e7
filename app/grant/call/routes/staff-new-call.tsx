import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, Select } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { timeZoneChoices } from '#app/ui/local-time.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { createCall } from '../commands/create-call.server.ts';
import { newCallForm } from '../forms.ts';
import { partnersIManage } from '../queries/call-desk.server.ts';
import { draftFieldOf } from '../ui/draft-field.ts';
import { FactsFields } from '../ui/facts-fields.tsx';
import { NEW_CALL_VALUES } from '../ui/facts-values.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.call.newTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  const partners = partnersIManage(signedIn(context, request));
  if (partners.length === 0) notFound();
  return { partners, timeZones: timeZoneChoices(NEW_CALL_VALUES.timeZone) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  if (partnersIManage(portal).length === 0) notFound();
  const form = await readForm(request, newCallForm);
  if (!form.ok) return form.response;
  const outcome = createCall(portal, form.value);
  if (outcome.ok) throw redirect(paths.staffCall({ callId: outcome.value.callId }));
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(null, {
    [draftFieldOf(form.value, outcome.reason)]: wordsIn('en').words.call.faults[outcome.reason],
  });
}

export default function StaffNewCall() {
  const { words } = useWords();
  const { partners, timeZones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const only = partners.length === 1 ? partners[0] : undefined;
  return (
    <Page
      title={words.call.newTitle}
      lead={words.call.newLead}
      back={paths.staffCalls()}
      backLabel={words.call.staffTitle}
    >
      <Form reply={reply} values={NEW_CALL_VALUES}>
        {only !== undefined ? (
          <Hidden name="partnerId" value={only.id} />
        ) : (
          <Select
            name="partnerId"
            label={words.call.partner}
            choices={partners.map((partner) => ({ value: partner.id, label: partner.name }))}
          />
        )}
        <FactsFields timeZones={timeZones} />
        <Button big>{words.call.newDo}</Button>
      </Form>
    </Page>
  );
}
