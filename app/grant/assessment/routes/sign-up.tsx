import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  type SerializeFrom,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { putNameDown, takeNameBack } from '../commands/put-name-down.server.ts';
import { interestForm } from '../forms/terms-form.ts';
import { sureForm } from '../forms.ts';
import { signUpPage } from '../queries/sign-up.server.ts';
import { InterestForm, TakeBack } from '../ui/interest-form.tsx';
import { OfferFacts } from '../ui/offer-facts.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.panelPeople.signUpTitle);

const DONE = ['sent', 'takenBack'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const page = found(signUpPage(context.portal, params.slug ?? ''));
  const asked = new URL(request.url).searchParams.get('done');
  return { ...page, done: DONE.find((name) => name === asked) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const page = found(signUpPage(portal, params.slug ?? ''));
  const { slug, id } = page.call;
  const posted = await request.formData();
  const { words } = wordsIn(portal.language);
  if (posted.get('intent') === 'take-back') {
    const form = await readForm(posted, sureForm('takeBackSure', words.common.fieldMissing));
    if (!form.ok) return form.response;
    if (!takeNameBack(portal, id).ok) notFound();
    throw redirect(`${paths.callPanel({ slug, done: 'takenBack' })}#done`, 303);
  }
  const form = await readForm(posted, interestForm(portal.language)[page.payOffered.length > 1 ? 'paid' : 'unpaid']);
  if (!form.ok) return form.response;
  const outcome = putNameDown(portal, id, form.value);
  if (outcome.ok) throw redirect(`${paths.callPanel({ slug, done: 'sent' })}#done`, 303);
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(words.panelPeople.refusals[outcome.reason]);
}

export default function SignUp() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.panelPeople;
  const { call, offer, done } = page;
  return (
    <Page
      back={paths.call({ slug: call.slug })}
      backLabel={<CallText text={call.title} />}
      overline={call.partnerName}
      title={page.isLooking || isOnPanel(page) ? text.signUpTitle : text.signUpClosedTitle}
      lead={page.isLooking || isOnPanel(page) ? text.signUpLead : text.signUpClosedLead}
    >
      <div id="done">
        {done !== null && (
          <Notice tone="good" live>
            {say(language, text[done], { partner: call.partnerName })}
          </Notice>
        )}
      </div>
      <Standing page={page} />
      {call.participantShareMinPercent > 0 && (
        <p>{say(language, text.signUpShare, { share: call.participantShareMinPercent })}</p>
      )}
      <h2>{text.whatTitle}</h2>
      <ol>
        {text.whatSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p>{text.whatKnow}</p>
      <p>{text.whatApply}</p>
      {offer !== null && <OfferFacts offer={offer} />}
      {mayWrite(page) && <InterestForm page={page} reply={reply} />}
      {page.mine?.state === 'waiting' && <TakeBack reply={reply} />}
      {page.isLooking && !page.isSignedIn && (
        <section aria-labelledby="form">
          <h2 id="form">{text.formTitle}</h2>
          <p>{text.formSignIn}</p>
          <ButtonLink big to={paths.signIn({ next: paths.callPanel({ slug: call.slug }) })}>
            {text.signIn}
          </ButtonLink>
        </section>
      )}
    </Page>
  );
}

type Shown = SerializeFrom<typeof loader>;

function isOnPanel({ seat }: Shown): boolean {
  return seat === 'invited' || seat === 'accepted';
}

function mayWrite(page: Shown): boolean {
  return page.isLooking && page.isSignedIn && !page.runsIt && !isOnPanel(page) && page.mine?.state !== 'turned-down';
}

/** How things stand between this panel and whoever reads. */
function Standing({ page }: { page: Shown }) {
  const { panelPeople: text } = useWords().words;
  const { call, seat, mine } = page;
  if (isOnPanel(page)) {
    return (
      <Notice tone="brand" title={seat === 'invited' ? text.mineInvited : text.mineSeated}>
        <p>
          <a href={paths.panelCall({ callId: call.id })}>{text.mineToPanel}</a>
        </p>
      </Notice>
    );
  }
  if (mine?.state === 'turned-down') {
    return (
      <Notice title={text.mineTurnedDown}>
        <p>{text.mineTurnedDownText}</p>
      </Notice>
    );
  }
  if (page.isLooking) return null;
  return (
    <Notice title={text.notLooking}>
      <p>{text.notLookingText}</p>
    </Notice>
  );
}
