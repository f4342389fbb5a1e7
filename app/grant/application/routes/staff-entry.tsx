import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import type { Id } from '#app/kernel/id.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { confirmEntry } from '../commands/confirm-entry.server.ts';
import { makeNewClaimCode } from '../commands/make-new-claim-code.server.ts';
import { takeBackEntry } from '../commands/take-back-entry.server.ts';
import { newCodeForm, readBackForm, takeBackEntryForm } from '../forms/help-forms.ts';
import { entryAftermath, entryOfMine } from '../queries/staff-entries.server.ts';
import { EntryAftercare, TakenBack } from '../ui/entry-aftercare.tsx';
import { EntryPaper } from '../ui/entry-paper.tsx';
import { ReadBack } from '../ui/read-back.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.writtenDownDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const mine = found(entryOfMine(portal, params.applicationId ?? ''));
  return { ...mine, aftermath: entryAftermath(portal, mine.application.id), newId: portal.newId() };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { application, entry } = found(entryOfMine(portal, params.applicationId ?? ''));
  const sent = await request.formData();
  if (sent.get('intent') === 'take-back') return takeBack(portal, application.id, sent);
  if (sent.get('intent') === 'new-code') return newCode(portal, { ...application, forName: entry.forName }, sent);
  const form = await readForm(sent, readBackForm);
  if (!form.ok) return form.response;
  const { writtenDown, writtenDownDesk: desk } = wordsIn('en').words;
  if (form.value.readBack !== 'on') return form.refuse(null, { readBack: desk.readBackMissing });
  const outcome = confirmEntry(portal, application.id, form.value.savedAt);
  if (outcome.ok) throw redirect(paths.staffEntry({ applicationId: application.id }), 303);
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(writtenDown.confirmRefusals[outcome.reason]);
}

async function takeBack(portal: SignedIn, applicationId: Id, sent: FormData) {
  const form = await readForm(sent, takeBackEntryForm);
  if (!form.ok) return form.response;
  const outcome = await takeBackEntry(portal, applicationId, form.value.reason);
  if (outcome.ok) throw redirect(paths.staffEntry({ applicationId }), 303);
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  const refusal = wordsIn('en').words.writtenDownDesk.takeBackRefusals[reason];
  const isTyped = reason === 'reason-missing' || reason === 'reason-too-long';
  return isTyped ? form.refuse(null, { reason: refusal }) : form.refuse(refusal);
}

/** The code is in this one answer and in none after it: no redirect could show it without keeping it. */
async function newCode(portal: SignedIn, entry: { id: Id; reference: string; forName: string }, sent: FormData) {
  const form = await readForm(sent, newCodeForm);
  if (!form.ok) return form.response;
  const outcome = makeNewClaimCode(portal, entry.id, form.value.codeId);
  if (outcome.ok) {
    const link = new URL(paths.applyClaim(), portal.env.PUBLIC_URL).href;
    const { reference, forName } = entry;
    return { made: { applicationId: entry.id, code: outcome.value.code, reference, link, forName } };
  }
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(wordsIn('en').words.writtenDownDesk.lostRefusals[outcome.reason]);
}

/** Writing it down, hearing the yes to it, sending it: what is done and what is next. */
export default function StaffEntry() {
  const { words, language, deadline } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const desk = words.writtenDownDesk;
  const { application, call, entry, aftermath } = page;
  if (reply !== undefined && 'made' in reply) return <EntryPaper made={reply.made} callTitle={call.title} />;
  const isAftercare = ['new-code', 'take-back'].includes(reply?.typed.intent?.[0] ?? '');
  const at = { applicationId: application.id };
  const when = (instant: number | null) => deadline(instant ?? 0, call.timeZone);
  return (
    <Page
      back={paths.staffEnter({ callId: call.id })}
      backLabel={desk.title}
      overline={<bdi>{call.title}</bdi>}
      title={<span dir="auto">{say(language, desk.deskTitle, { name: entry.forName })}</span>}
      lead={desk.deskLead}
    >
      <Facts
        facts={[
          [desk.deskFacts.reference, <bdi key="reference">{application.reference}</bdi>],
          [desk.deskFacts.state, desk.states[application.state]],
          entry.phone !== '' && [
            desk.deskFacts.phone,
            <span key="phone" dir="ltr">
              {entry.phone}
            </span>,
          ],
          [desk.deskFacts.consent, desk.means[entry.consentMeans]],
        ]}
      />
      {entry.claimedAt !== null && (
        <Notice tone="good">
          <p>{say(language, desk.deskClaimed, { when: when(entry.claimedAt) })}</p>
        </Notice>
      )}
      {application.state === 'draft' ? (
        <>
          <p className="row">
            <ButtonLink big to={paths.applyApplication(at)}>
              {desk.deskWrite}
            </ButtonLink>
            <a href={paths.applyPrint(at)}>{desk.print}</a>
          </p>
          <ReadBack page={page} reply={isAftercare ? undefined : reply} />
        </>
      ) : (
        application.state === 'submitted' && <p>{say(language, desk.deskSent, { when: when(page.submittedAt) })}</p>
      )}
      <TakenBack aftermath={aftermath} phone={entry.phone} timeZone={call.timeZone} />
      {application.state !== 'withdrawn' && entry.claimedAt === null && (
        <EntryAftercare
          aftermath={aftermath}
          newId={page.newId}
          timeZone={call.timeZone}
          reply={isAftercare ? reply : undefined}
        />
      )}
    </Page>
  );
}
