import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { acceptAward } from '../commands/accept-award.server.ts';
import { refuseAward } from '../commands/refuse-award.server.ts';
import { acceptForm, refuseForm } from '../forms.ts';
import { decisionPage } from '../queries/decision-page.server.ts';
import { type OfferPage, offerPage } from '../queries/offer-page.server.ts';
import { readAgreement } from '../rules/agreement.ts';
import { Offer } from '../ui/offer.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.award.applyTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  const offer = offerPage(portal, applicationId);
  if (offer === null) {
    // Whoever follows an old link without an offer finds there what was decided.
    found(decisionPage(portal, applicationId)?.award ?? null);
    throw redirect(paths.applyDecision({ applicationId }));
  }
  return { applicationId, offer, agreement: readAgreement(offer.agreementText) };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const applicationId = params.applicationId ?? '';
  const offer = found(offerPage(portal, applicationId));
  const formData = await request.formData();
  const response =
    formData.get('intent') === 'refuse' ? await refuse(portal, offer, formData) : await accept(portal, offer, formData);
  if (response !== null) return response;
  throw redirect(paths.applyAward({ applicationId }));
}

async function accept(portal: SignedIn, offer: OfferPage, formData: FormData) {
  const form = await readForm(formData, acceptForm);
  if (!form.ok) return form.response;
  const { typedName, agreementHash } = form.value;
  const outcome = acceptAward(portal, offer.award.id, { typedName, agreementHash });
  return outcome.ok ? null : form.refuse(refusalWords(outcome.reason, offer));
}

async function refuse(portal: SignedIn, offer: OfferPage, formData: FormData) {
  const form = await readForm(formData, refuseForm);
  if (!form.ok) return form.response;
  const outcome = refuseAward(portal, offer.award.id);
  return outcome.ok ? null : form.refuse(refusalWords(outcome.reason, offer));
}

type Reason =
  | 'not-found'
  | 'offer-lapsed'
  | 'already-answered'
  | 'agreement-changed'
  | 'name-missing'
  | 'application-withdrawn';

/** @throws 404 for what is not there, or not this person's */
function refusalWords(reason: Reason, offer: OfferPage): string {
  const { words, language } = wordsIn('en');
  if (reason === 'not-found') notFound();
  if (reason === 'offer-lapsed') return say(language, words.award.refusals[reason], { email: offer.partnerEmail });
  return words.award.refusals[reason];
}

export default function ApplyAward() {
  const { words, language, money } = useWords();
  const { applicationId, offer, agreement } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { award } = words;
  const lead = {
    partner: offer.partnerName,
    amount: money(offer.award.amountMinor, offer.award.currency),
  };
  return (
    <Page
      back={paths.applyStanding({ applicationId })}
      backLabel={words.standing.standingTitle}
      overline={offer.callTitle}
      title={award.applyTitle}
      lead={say(language, award.applyLead, lead)}
    >
      <Offer offer={offer} agreement={agreement} reply={reply} />
    </Page>
  );
}
