import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { askReading } from '../commands/ask-reading.server.ts';
import { takeBackReading } from '../commands/take-back-reading.server.ts';
import { readingForm } from '../forms/help-forms.ts';
import { draftReadings } from '../queries/draft-readings.server.ts';
import { AskReading } from '../ui/ask-reading.tsx';
import { OfCall } from '../ui/of-call.tsx';
import { ReadingComments } from '../ui/reading-comments.tsx';
import { NotInATest } from '../ui/test-notice.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.help.readTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  return { ...found(draftReadings(portal, params.applicationId ?? '')), newId: portal.newId() };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { application } = found(draftReadings(portal, params.applicationId ?? ''));
  const formData = await request.formData();
  const form = await readForm(formData, readingForm);
  if (!form.ok) return form.response;
  const here = paths.applyReading({ applicationId: application.id });
  if (formData.get('intent') === 'take-back') {
    if (!takeBackReading(portal, application.id).ok) notFound();
    throw redirect(here, 303);
  }
  const outcome = askReading(portal, application.id, form.value.id, form.value.consent === 'on');
  if (outcome.ok) throw redirect(here, 303);
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  if (reason === 'is-a-test') return form.refuse(wordsIn('en').words.testDesk.notHere);
  const refusal = wordsIn(portal.language).words.help.readRefusals[reason];
  return reason === 'no-consent' ? form.refuse(null, { consent: refusal }) : form.refuse(refusal);
}

/** What it means to lend a draft, the yes to it, and what came back. */
export default function Reading() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.help;
  const { application, call } = page;
  return (
    <Page
      back={paths.applyHelp({ applicationId: application.id })}
      backLabel={text.toHelp}
      overline={<OfCall title={call.title} reference={application.reference} />}
      title={text.readTitle}
      lead={say(language, text.readLead, { partner: call.partnerName })}
    >
      <NotInATest reference={application.reference} />
      {page.answered.map((reading) => (
        <ReadingComments key={reading.id} reading={reading} timeZone={call.timeZone} />
      ))}
      {application.state === 'draft' && <AskReading page={page} reply={reply} />}
    </Page>
  );
}
