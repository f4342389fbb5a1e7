import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { comersPage, comingList } from '../queries/coming-list.server.ts';
import { ComingNumbers } from '../ui/coming-numbers.tsx';
import { ComingRows } from '../ui/coming-rows.tsx';
import { AddParty, SignUpSwitch } from '../ui/coming-steps.tsx';
import { pressComing } from './press-coming.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.comingDesk.title);

const ADDED = ['coming', 'waiting', 'cancelled'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { comers, ...list } = found(comingList(portal, params.callId ?? ''));
  const { searchParams } = new URL(request.url);
  return {
    ...list,
    ...comersPage(comers, readPageFrom(searchParams)),
    count: comers.length,
    now: portal.now,
    added: ADDED.find((state) => state === searchParams.get('done')) ?? null,
    newPartyId: portal.newId(),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(comingList(portal, params.callId ?? ''));
  const pressed = await pressComing(portal, call.id, await request.formData());
  if (pressed === 'not-found') notFound();
  if ('done' in pressed) {
    // Back to the page of the list that the button was on.
    const { searchParams } = new URL(request.url);
    const [after, before] = ['after', 'before'].map((name) => searchParams.get(name) ?? undefined);
    throw redirect(paths.staffComing({ callId: call.id, after, before, ...pressed.done }), 303);
  }
  return pressed.refused;
}

/** Who comes, what they need, and the telephone calls about it. */
export default function ComingDesk() {
  const { comingDesk: text, pitchDay } = useWords().words;
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call } = page;
  return (
    <Page
      back={paths.staffPitchDay({ callId: call.id })}
      backLabel={pitchDay.deskTitle}
      overline={call.title}
      title={text.title}
      lead={text.lead}
    >
      {page.added !== null && (
        <Notice tone="good" live>
          {text.added[page.added]}
        </Notice>
      )}
      {page.signUp === null ? (
        <Notice title={text.noOffer}>
          <p>{text.noOfferText}</p>
          <ButtonLink to={paths.staffPitchDayPlan({ callId: call.id })}>{pitchDay.deskChangePlan}</ButtonLink>
        </Notice>
      ) : (
        <>
          <p className="row no-print">
            <ButtonLink to={paths.staffDoor({ callId: call.id })}>{text.toDoor}</ButtonLink>
            <ButtonLink look="second" to={paths.staffComingTable({ callId: call.id })} download>
              {text.toCsv}
            </ButtonLink>
          </p>
          <ComingNumbers page={page} />
          <SignUpSwitch signUp={page.signUp} slug={call.slug} />
          <ComingRows page={page} />
          {page.erasedAt === null && (
            <AddParty reply={reply} partyId={page.newPartyId} interpreters={page.interpreters} />
          )}
        </>
      )}
    </Page>
  );
}
