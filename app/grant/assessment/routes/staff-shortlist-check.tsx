import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { ListPages } from '#app/ui/list-pages.tsx';
import { LockForm } from '#app/ui/lock-form.tsx';
import { LockSteps } from '#app/ui/lock-steps.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { confirmShortlist } from '../commands/confirm-shortlist.server.ts';
import { lockShortlist } from '../commands/lock-shortlist.server.ts';
import { releaseShortlist } from '../commands/release-shortlist.server.ts';
import { unlockShortlist } from '../commands/unlock-shortlist.server.ts';
import { confirmForm, lockForm, sureForm } from '../forms/decision-forms.ts';
import { type ShortlistCheck, shortlistCheck } from '../queries/shortlist-check.server.ts';
import { CheckSummary } from '../ui/check-summary.tsx';
import { CheckTable } from '../ui/check-table.tsx';
import { LockedForms } from '../ui/lock-forms.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.decisionDesk.checkTitle);

const DONE = ['locked', 'confirmed', 'taken-off', 'released'] as const;
type Done = (typeof DONE)[number];

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const check = found(shortlistCheck(signedIn(context, request), params.callId ?? '', readPageFrom(asked)));
  return { check, done: DONE.find((name) => name === asked.get('done')) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const check = found(shortlistCheck(portal, params.callId ?? '', null));
  const formData = await request.formData();
  // A map, because every object has a "constructor" to press.
  const press = presses.get(String(formData.get('intent')));
  return press === undefined ? notFound() : press(portal, check, formData);
}

type Press = (
  portal: SignedIn,
  check: ShortlistCheck,
  formData: FormData,
) => Promise<Awaited<ReturnType<typeof release>>>;

/** What each button of the page does. */
const presses: ReadonlyMap<string, Press> = new Map(Object.entries({ lock, confirm, release, unlock }));

async function lock(portal: SignedIn, { call }: ShortlistCheck, formData: FormData) {
  const form = await readForm(formData, lockForm(call.timeZone));
  if (!form.ok) return form.response;
  const outcome = lockShortlist(portal, call.id, form.value.feedbackFrom);
  if (outcome.ok) return back(call.id, 'locked');
  const why = refusalWords(outcome.reason);
  return form.refuse(why, outcome.reason === 'feedback-in-the-past' ? { feedbackFrom: why } : {});
}

async function confirm(portal: SignedIn, { call }: ShortlistCheck, formData: FormData) {
  const form = await readForm(formData, confirmForm);
  if (!form.ok) return form.response;
  const outcome = confirmShortlist(portal, call.id, form.value.hash);
  return outcome.ok ? back(call.id, 'confirmed') : form.refuse(refusalWords(outcome.reason));
}

async function release(portal: SignedIn, { call }: ShortlistCheck, formData: FormData) {
  const form = await readForm(formData, sureForm);
  if (!form.ok) return form.response;
  const outcome = releaseShortlist(portal, call.id);
  return outcome.ok ? back(call.id, 'released') : form.refuse(refusalWords(outcome.reason));
}

async function unlock(portal: SignedIn, { call }: ShortlistCheck, formData: FormData) {
  const form = await readForm(formData, sureForm);
  if (!form.ok) return form.response;
  const outcome = unlockShortlist(portal, call.id);
  return outcome.ok ? back(call.id, 'taken-off') : form.refuse(refusalWords(outcome.reason));
}

function back(callId: string, done: Done): never {
  throw redirect(paths.staffShortlistCheck({ callId, asked: { done } }));
}

type RefusalName = keyof ReturnType<typeof wordsIn>['words']['decisionDesk']['refusals'];

/** @throws 404 for what is not there, or not this person's */
function refusalWords(reason: RefusalName | 'not-found'): string {
  return reason === 'not-found' ? notFound() : wordsIn('en').words.decisionDesk.refusals[reason];
}

export default function StaffShortlistCheck() {
  const { decisionDesk } = useWords().words;
  const { check, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call, lock: locked } = check;
  const isManager = check.role === 'manager';
  const at = (asked: Record<string, string>) => paths.staffShortlistCheck({ callId: call.id, asked });
  return (
    <Page
      back={isManager ? paths.staffShortlist({ callId: call.id }) : paths.home()}
      backLabel={isManager ? decisionDesk.toDesk : undefined}
      overline={call.title}
      title={decisionDesk.checkTitle}
      lead={decisionDesk.checkLead}
    >
      {done !== null && (
        <Notice tone="good" live>
          {decisionDesk.done[done]}
        </Notice>
      )}
      <LockSteps lock={locked} />
      <CheckSummary check={check} />
      <p className="row">
        <ButtonLink to={paths.staffShortlistLetters({ callId: call.id })} look="second">
          {decisionDesk.letters}
        </ButtonLink>
        {isManager && (
          <ButtonLink to={paths.staffFairness({ callId: call.id })} look="second">
            {decisionDesk.fairness}
          </ButtonLink>
        )}
      </p>
      <div className="stack">
        {check.state === 'closed' && locked === null && !check.isDecided && isManager && (
          <LockForm timeZone={call.timeZone} reply={reply} />
        )}
        {locked !== null && (
          <LockedForms
            lock={locked}
            timeZone={call.timeZone}
            mayRelease={isManager}
            lettersToLookAt={check.lettersToLookAt}
            reply={reply}
          />
        )}
        <CheckTable rows={check.rows} count={check.count} />
      </div>
      <ListPages
        first={at({})}
        before={check.before === null ? null : at({ before: check.before })}
        after={check.after === null ? null : at({ after: check.after })}
      />
    </Page>
  );
}
