import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { enterForSomebody } from '../commands/enter-for-somebody.server.ts';
import { enterForm } from '../forms/help-forms.ts';
import { entryDesk, entryForMe } from '../queries/staff-entries.server.ts';
import { EnterForm } from '../ui/enter-form.tsx';
import { EntryList } from '../ui/entry-list.tsx';
import { EntryPaper } from '../ui/entry-paper.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.writtenDownDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  return { ...found(entryDesk(portal, params.callId ?? '')), newId: portal.newId() };
}

/** The code is in this one answer and in none after it: no redirect could show it without keeping it. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(entryDesk(portal, params.callId ?? ''));
  const form = await readForm(request, enterForm);
  if (!form.ok) return form.response;
  const { writtenDown, writtenDownDesk: desk } = wordsIn('en').words;
  const { entryId, means, consent, ...who } = form.value;
  if (consent !== 'on') return form.refuse(null, { consent: desk.consentMissing });
  const outcome = enterForSomebody(portal, call.id, entryId, {
    ...who,
    consentMeans: means,
    consentWords: writtenDown.consentSentence,
  });
  if (outcome.ok) {
    const { code } = outcome.value;
    if (code === null) throw redirect(paths.staffEntry({ applicationId: entryId }), 303);
    const reference = entryForMe(portal, entryId)?.application.reference ?? '';
    const link = new URL(paths.applyClaim(), portal.env.PUBLIC_URL).href;
    return { made: { applicationId: entryId, code, reference, link, forName: who.forName } };
  }
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  if (reason === 'already-made') throw redirect(paths.staffEntry({ applicationId: entryId }), 303);
  if (reason === 'name-missing') return form.refuse(null, { forName: desk.refusals[reason] });
  const isAboutPerson = reason === 'own-call' || reason === 'self-entry';
  return isAboutPerson ? form.refuse(null, { email: desk.refusals[reason] }) : form.refuse(desk.refusals[reason]);
}

/** Who it is for, the sentence to read to them, and their yes. */
export default function StaffEnter() {
  const { words } = useWords();
  const { call, window, entries, newId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const desk = words.writtenDownDesk;
  if (reply !== undefined && 'made' in reply) return <EntryPaper made={reply.made} callTitle={call.title} />;
  return (
    <Page
      title={desk.title}
      lead={desk.lead}
      back={paths.staffHelp({ callId: call.id })}
      backLabel={words.helpDesk.title}
    >
      <EntryList entries={entries} />
      {window === 'open' || reply !== undefined ? (
        <EnterForm entryId={newId} reply={reply} />
      ) : (
        <Notice>
          <p>{desk.refusals['call-not-open']}</p>
        </Notice>
      )}
    </Page>
  );
}
