import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { closeReserve } from '../commands/close-reserve.server.ts';
import { offerAwardAgain } from '../commands/offer-award-again.server.ts';
import { offerAwards } from '../commands/offer-awards.server.ts';
import { offerReserve } from '../commands/offer-reserve.server.ts';
import { shortenAwardLetter } from '../commands/shorten-award-letter.server.ts';
import { closeReserveForm, offerAgainForm, offersForm, reserveOfferForm, shortenForm } from '../forms.ts';
import { type AwardsDesk, awardsDesk } from '../queries/awards-desk.server.ts';
import { awardLettersToLookAt } from '../queries/releasing.server.ts';
import { AwardTable } from '../ui/award-table.tsx';
import { LettersToLookAt } from '../ui/letters-to-look-at.tsx';
import { OfferForm } from '../ui/offer-form.tsx';
import { ReserveSection } from '../ui/reserve-section.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.award.awardsTitle);

const DONE = ['shortened', 'offered', 'offeredAgain', 'reserveOffered', 'reserveClosed'] as const;
type Done = (typeof DONE)[number];

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const desk = found(awardsDesk(portal, params.callId ?? ''));
  const asked = new URL(request.url).searchParams.get('done');
  const lettersToLookAt = awardLettersToLookAt(portal, desk.call.id);
  return { desk, lettersToLookAt, done: DONE.find((name) => name === asked) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const desk = found(awardsDesk(portal, params.callId ?? ''));
  const formData = await request.formData();
  // A map, because every object has a "constructor" to press.
  const press = presses.get(String(formData.get('intent')));
  return press === undefined ? notFound() : press(portal, desk, formData);
}

type Press = (portal: SignedIn, desk: AwardsDesk, formData: FormData) => Promise<Awaited<ReturnType<typeof offer>>>;

/** What each button of the page does. */
const presses: ReadonlyMap<string, Press> = new Map(Object.entries({ offer, shorten, again, reserve, close }));

async function offer(portal: SignedIn, desk: AwardsDesk, formData: FormData) {
  const form = await readForm(formData, offersForm(desk.toOffer.map((entry) => entry.applicationId)));
  if (!form.ok) return form.response;
  const outcome = offerAwards(portal, desk.call.id, form.value);
  return outcome.ok ? back(desk, 'offered') : form.refuse(refusalWords(outcome.reason));
}

async function shorten(portal: SignedIn, desk: AwardsDesk, formData: FormData) {
  const form = await readForm(formData, shortenForm);
  if (!form.ok) return form.response;
  const { shown, ...written } = form.value;
  const outcome = shortenAwardLetter(portal, desk.call.id, written, shown);
  if (outcome.ok) return back(desk, 'shortened');
  const { refusals } = wordsIn('en').words.decisionDesk;
  const isWritten = outcome.reason === 'changed-meanwhile' || outcome.reason === 'letter-empty';
  return form.refuse(isWritten ? refusals[outcome.reason] : refusalWords(outcome.reason));
}

async function again(portal: SignedIn, desk: AwardsDesk, formData: FormData) {
  const form = await readForm(formData, offerAgainForm);
  if (!form.ok) return form.response;
  const outcome = offerAwardAgain(portal, form.value.awardId);
  return outcome.ok ? back(desk, 'offeredAgain') : form.refuse(refusalWords(outcome.reason));
}

async function reserve(portal: SignedIn, desk: AwardsDesk, formData: FormData) {
  const form = await readForm(formData, reserveOfferForm(desk.call.currency));
  if (!form.ok) return form.response;
  const { applicationId, amount, plan } = form.value;
  const outcome = offerReserve(portal, applicationId, { amountMinor: amount, plan });
  return outcome.ok ? back(desk, 'reserveOffered') : form.refuse(refusalWords(outcome.reason));
}

async function close(portal: SignedIn, desk: AwardsDesk, formData: FormData) {
  const form = await readForm(formData, closeReserveForm);
  if (!form.ok) return form.response;
  const outcome = closeReserve(portal, form.value.applicationId, form.value.reason);
  return outcome.ok ? back(desk, 'reserveClosed') : form.refuse(refusalWords(outcome.reason));
}

function back(desk: AwardsDesk, done: Done): never {
  throw redirect(paths.staffAwards({ callId: desk.call.id, done }));
}

type RefusalName = keyof ReturnType<typeof wordsIn>['words']['award']['refusals'];

/** @throws 404 for what is not there, or not this person's */
function refusalWords(reason: Exclude<RefusalName, 'offer-lapsed'> | 'not-found'): string {
  return reason === 'not-found' ? notFound() : wordsIn('en').words.award.refusals[reason];
}

export default function StaffAwards() {
  const { words } = useWords();
  const { desk, lettersToLookAt, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { award } = words;
  const { call } = desk;
  return (
    <Page
      back={paths.staffBoard({ callId: call.id })}
      backLabel={call.title}
      overline={call.title}
      title={award.awardsTitle}
    >
      {done !== null && (
        <Notice tone="good" live>
          {award[done]}
        </Notice>
      )}
      {!desk.isDecided && (
        <Empty title={award.awardsWaits}>
          <ButtonLink to={paths.staffDecision({ callId: call.id })}>{award.decisionTitle}</ButtonLink>
        </Empty>
      )}
      {desk.isDecided && (
        <p>
          <a href={paths.staffDecision({ callId: call.id })}>{award.toDecision}</a>
        </p>
      )}
      {lettersToLookAt.length > 0 && <LettersToLookAt letters={lettersToLookAt} reply={reply} />}
      {desk.isDecided && desk.toldAt === null && lettersToLookAt.length === 0 && (
        <OfferForm desk={desk} reply={reply} />
      )}
      {desk.toldAt !== null && (
        <>
          <AwardTable desk={desk} />
          <ReserveSection desk={desk} reply={reply} />
        </>
      )}
    </Page>
  );
}
