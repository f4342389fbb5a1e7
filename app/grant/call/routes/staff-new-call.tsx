import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Hidden, Select } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { timeZoneChoices } from '#app/ui/local-time.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { copyCall } from '../commands/copy-call.server.ts';
import { createCall } from '../commands/create-call.server.ts';
import { newCallForm } from '../forms.ts';
import { callDesk, partnersIManage } from '../queries/call-desk.server.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { STRANDS, type Strand } from '../rules/draft.ts';
import { draftFieldOf } from '../ui/draft-field.ts';
import { FactsFields } from '../ui/facts-fields.tsx';
import { copiedValues, newCallValues } from '../ui/facts-values.ts';
import { StartFrom } from '../ui/start-from.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.callDesk.newTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const partners = partnersIManage(portal);
  if (partners.length === 0) notFound();
  const from = sourceIn(request);
  const source = from === null ? null : found(callForManager(portal, from));
  const values = source === null ? newCallValues(strandIn(request)) : copiedValues(source, portal.now);
  return {
    partners,
    source: source === null ? null : { id: source.id, title: source.title, partnerId: source.partnerId },
    earlier: (callDesk(portal) ?? []).map(({ id, title, state, window }) => ({ id, title, state, window })),
    values,
    timeZones: timeZoneChoices(values.timeZone),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  if (partnersIManage(portal).length === 0) notFound();
  const from = sourceIn(request);
  const form = await readForm(request, newCallForm);
  if (!form.ok) return form.response;
  const { partnerId, ...draft } = form.value;
  const outcome = from === null ? createCall(portal, { ...draft, partnerId }) : copyCall(portal, from, draft);
  if (outcome.ok) throw redirect(paths.staffCall({ callId: outcome.value.callId }));
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(null, {
    [draftFieldOf(draft, outcome.reason)]: wordsIn('en').words.callDesk.faults[outcome.reason],
  });
}

/** The earlier call that a new one is copied from, as its address says. */
function sourceIn(request: Request): string | null {
  return new URL(request.url).searchParams.get('from');
}

/** The strand whose template a new call begins with, as its address says; the first one otherwise. */
function strandIn(request: Request): Strand {
  const named = new URL(request.url).searchParams.get('strand');
  return STRANDS.find((strand) => strand === named) ?? 'social-innovation';
}

export default function StaffNewCall() {
  const { words, language } = useWords();
  const { partners, source, earlier, values, timeZones } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const only = partners.length === 1 ? partners[0]?.id : source?.partnerId;
  return (
    <Page
      title={
        source === null ? words.callDesk.newTitle : say(language, words.copying.copyTitle, { title: source.title })
      }
      lead={source === null ? words.callDesk.newLead : words.copying.copyLead}
      back={paths.staffCalls()}
      backLabel={words.callDesk.staffTitle}
    >
      <StartFrom earlier={earlier} chosenId={source?.id ?? null} strand={values.strand} />
      <Form reply={reply} values={values}>
        {only !== undefined ? (
          <Hidden name="partnerId" value={only} />
        ) : (
          <Select
            name="partnerId"
            label={words.callDesk.partner}
            choices={partners.map((partner) => ({ value: partner.id, label: partner.name }))}
          />
        )}
        <FactsFields timeZones={timeZones} isCopy={source !== null} />
        <Button big>{words.callDesk.newDo}</Button>
      </Form>
    </Page>
  );
}
