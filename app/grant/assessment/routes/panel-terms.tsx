import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { TextArea, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { agreeTerms } from '../commands/agree-terms.server.ts';
import { answerInvitation } from '../commands/answer-invitation.server.ts';
import { LINK_KINDS, termsForm } from '../forms/terms-form.ts';
import { termsPage } from '../queries/terms-page.server.ts';
import { TermsFields } from '../ui/terms-fields.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.panelPeople.termsTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(termsPage(signedIn(context, request), params.callId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const page = found(termsPage(portal, params.callId ?? ''));
  const form = await readForm(request, termsForm(portal.language)[page.payOffered.length > 1 ? 'paid' : 'unpaid']);
  if (!form.ok) return form.response;
  const callId = page.call.id;
  const outcome = page.isInvited
    ? answerInvitation(portal, callId, form.value)
    : agreeTerms(portal, callId, form.value);
  if (outcome.ok) throw redirect(paths.panelCall({ callId, done: 'terms' }), 303);
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  const { words } = wordsIn(portal.language);
  return form.refuse(
    reason === 'panel-closed' || reason === 'already-answered'
      ? words.panelPeople.seatRefusals[reason]
      : words.panelPeople.refusals[reason],
  );
}

export default function PanelTerms() {
  const { panelPeople: text } = useWords().words;
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const namesOf = (kind: (typeof LINK_KINDS)[number]) =>
    page.links
      .filter((link) => link.kind === kind)
      .map(({ name }) => name)
      .join('\n');
  return (
    <Page
      back={paths.panelCall({ callId: page.call.id })}
      backLabel={<CallText text={page.call.title} />}
      title={page.isInvited ? text.termsTitle : text.termsAgainTitle}
      lead={page.isInvited ? text.termsLead : text.termsAgainLead}
    >
      <Form
        reply={reply}
        values={{
          ...page.said,
          minutesMax: String(page.said.minutesMax),
          minutesPerDay: String(page.said.minutesPerDay),
          ...Object.fromEntries(LINK_KINDS.map((kind) => [kind, namesOf(kind)])),
          consent: page.isAgreed,
        }}
      >
        <TermsFields
          likelyLanguages={page.likelyLanguages}
          payOffered={page.payOffered}
          minutesMax={page.said.minutesMax}
          minutesPerDay={page.said.minutesPerDay}
        />
        <h2>{text.closeTitle}</h2>
        <p>{text.closeLead}</p>
        {LINK_KINDS.map((kind) => (
          <TextArea key={kind} name={kind} label={text.links[kind]} hint={text.closeHint} rows={2} />
        ))}
        <h2>{text.consentTitle}</h2>
        <ul className="ticks">
          {text.consent.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <Tick name="consent" label={text.consentTick} />
        <Button big>{page.isInvited ? text.takeSeat : text.saveTerms}</Button>
      </Form>
    </Page>
  );
}
