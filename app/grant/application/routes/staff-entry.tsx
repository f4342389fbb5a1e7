import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Facts, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { confirmEntry } from '../commands/confirm-entry.server.ts';
import { readBackForm } from '../forms/help-forms.ts';
import { entryOfMine } from '../queries/staff-entries.server.ts';
import { ReadBack } from '../ui/read-back.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.writtenDownDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(entryOfMine(signedIn(context, request), params.applicationId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { application } = found(entryOfMine(portal, params.applicationId ?? ''));
  const form = await readForm(request, readBackForm);
  if (!form.ok) return form.response;
  const { writtenDown, writtenDownDesk: desk } = wordsIn('en').words;
  if (form.value.readBack !== 'on') return form.refuse(null, { readBack: desk.readBackMissing });
  const outcome = confirmEntry(portal, application.id);
  if (outcome.ok) throw redirect(paths.staffEntry({ applicationId: application.id }), 303);
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(writtenDown.confirmRefusals[outcome.reason]);
}

/** Writing it down, hearing the yes to it, sending it: what is done and what is next. */
export default function StaffEntry() {
  const { words, language, deadline } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const desk = words.writtenDownDesk;
  const { application, call, entry } = page;
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
          <ReadBack page={page} reply={reply} />
        </>
      ) : (
        application.state === 'submitted' && <p>{say(language, desk.deskSent, { when: when(page.submittedAt) })}</p>
      )}
    </Page>
  );
}
