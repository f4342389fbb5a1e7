import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import {
  fillShortlist,
  fillShortlistReasons,
  savePendingShortlist,
} from '../commands/save-pending-shortlist.server.ts';
import { fillForm, pendingForm, rowNames, shortlistSizeIn, usualForm } from '../forms/decision-forms.ts';
import { type ShortlistDesk, shortlistDesk } from '../queries/shortlist-desk.server.ts';
import { DecidedShortlist } from '../ui/decided-shortlist.tsx';
import { ShortlistForm } from '../ui/shortlist-form.tsx';
import { UsualReasons, WhatIfCard } from '../ui/shortlist-tools.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.assessment.shortlistTitle);

const DONE = ['saved', 'filled', 'reasoned'] as const;

function openDesk(portal: SignedIn, callId: string | undefined, request: Request): ShortlistDesk {
  const asked = new URL(request.url).searchParams;
  return found(shortlistDesk(portal, callId ?? '', shortlistSizeIn(asked.get('top')), readPageFrom(asked)));
}

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const desk = openDesk(signedIn(context, request), params.callId, request);
  const asked = new URL(request.url).searchParams;
  return { desk, done: DONE.find((name) => name === asked.get('done')) ?? null, top: asked.get('top') };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const desk = openDesk(portal, params.callId, request);
  const formData = await request.formData();
  // A map, because every object has a "constructor" to press.
  const press = presses.get(String(formData.get('intent')));
  return press === undefined ? notFound() : press(portal, desk, formData, new URL(request.url).searchParams);
}

type Press = (
  portal: SignedIn,
  desk: ShortlistDesk,
  formData: FormData,
  asked: URLSearchParams,
) => Promise<Awaited<ReturnType<typeof save>>>;

/** What each button of the page does. */
const presses: ReadonlyMap<string, Press> = new Map(Object.entries({ save, fill, usual }));

async function save(portal: SignedIn, desk: ShortlistDesk, formData: FormData, asked: URLSearchParams) {
  const form = await readForm(formData, pendingForm(desk.rows.map((row) => row.applicationId)));
  if (!form.ok) return form.response;
  const { decisionDesk } = wordsIn('en').words;
  const outcome = savePendingShortlist(portal, desk.call.id, form.value);
  if (!outcome.ok) return form.refuse(refusalWords(outcome.reason));
  const { clashes } = outcome.value;
  if (clashes.length > 0) {
    const errors = clashes.map((id) => [rowNames.decision(id), decisionDesk.clash]);
    return form.refuse(decisionDesk.clashes, Object.fromEntries(errors));
  }
  const { done: _, ...page } = Object.fromEntries(asked);
  throw redirect(paths.staffShortlist({ callId: desk.call.id, asked: { ...page, done: 'saved' } }));
}

async function fill(portal: SignedIn, desk: ShortlistDesk, formData: FormData) {
  const form = await readForm(formData, fillForm);
  if (!form.ok) return form.response;
  const { top, replace } = form.value;
  const outcome = fillShortlist(portal, desk.call.id, top, replace === 'on');
  if (!outcome.ok) return form.refuse(refusalWords(outcome.reason));
  throw redirect(paths.staffShortlist({ callId: desk.call.id, asked: { top: String(top), done: 'filled' } }));
}

async function usual(portal: SignedIn, desk: ShortlistDesk, formData: FormData) {
  const form = await readForm(formData, usualForm);
  if (!form.ok) return form.response;
  const outcome = fillShortlistReasons(portal, desk.call.id, form.value);
  if (!outcome.ok) return form.refuse(refusalWords(outcome.reason));
  throw redirect(paths.staffShortlist({ callId: desk.call.id, asked: { done: 'reasoned' } }));
}

type RefusalName = keyof ReturnType<typeof wordsIn>['words']['decisionDesk']['refusals'];

/** @throws 404 for what is not there, or not this person's */
function refusalWords(reason: RefusalName | 'not-found'): string {
  return reason === 'not-found' ? notFound() : wordsIn('en').words.decisionDesk.refusals[reason];
}

export default function StaffShortlist() {
  const { words, language, dateTime } = useWords();
  const { desk, done, top } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { assessment, decisionDesk } = words;
  const { call, decided, isLocked } = desk;
  const replyTo = (intent: string) => (reply?.typed.intent?.[0] === intent ? reply : undefined);
  const lead =
    decided === null
      ? decisionDesk[isLocked ? 'leadLocked' : 'lead']
      : say(language, assessment.shortlistLeadDecided, { by: decided.by, when: dateTime(decided.at, call.timeZone) });
  const isOpen = desk.count > 0 && decided === null && !isLocked;
  const at = (asked: Record<string, string>) =>
    paths.staffShortlist({ callId: call.id, asked: { ...(top === null ? {} : { top }), ...asked } });
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={assessment.boardTitle}
      overline={call.title}
      title={assessment.shortlistTitle}
      lead={lead}
    >
      {done !== null && (
        <Notice tone="good" live>
          {decisionDesk[done]}
        </Notice>
      )}
      {desk.state !== 'closed' && <Empty title={assessment.shortlistWaits} />}
      {desk.state === 'closed' && desk.count === 0 && <Empty title={assessment.shortlistNothing} />}
      {isOpen && (
        <div className="stack">
          <WhatIfCard desk={desk} reply={replyTo('fill')} />
          <ShortlistForm desk={desk} reply={replyTo('save')} />
        </div>
      )}
      {desk.count > 0 && !isOpen && (
        <>
          {(isLocked || decided !== null) && (
            <p className="row">
              <ButtonLink to={paths.staffShortlistCheck({ callId: call.id })}>{decisionDesk.checkTitle}</ButtonLink>
            </p>
          )}
          <DecidedShortlist desk={desk} />
        </>
      )}
      <ListPages
        first={at({})}
        before={desk.before === null ? null : at({ before: desk.before })}
        after={desk.after === null ? null : at({ after: desk.after })}
      />
      {isOpen && <UsualReasons reply={replyTo('usual')} />}
    </Page>
  );
}
