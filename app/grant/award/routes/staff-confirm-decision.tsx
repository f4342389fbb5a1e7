import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { LockSteps } from '#app/ui/lock-steps.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Written } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { decideAwards } from '../commands/decide-awards.server.ts';
import { lockAwards } from '../commands/lock-awards.server.ts';
import { unlockAwards } from '../commands/unlock-awards.server.ts';
import { agreeForm, lockForm, refuseForm } from '../forms.ts';
import { awardsLock } from '../queries/awards-check.server.ts';
import { departureSentences } from '../ui/departures.ts';
import { LockAwards } from '../ui/lock-awards.tsx';
import { OutcomeLists } from '../ui/outcome-lists.tsx';
import { openDraft } from './open-draft.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.award.confirmTitle);

const DONE = ['locked', 'confirmed', 'taken-off'] as const;
type Done = (typeof DONE)[number];

type Draft = Awaited<ReturnType<typeof openDraft>>;

/** Back to the form when there is nothing to confirm; the second person has no form, and sees what there is. */
function mustHaveDraft({ desk, chosen }: Draft): void {
  if (desk.isMaker && !desk.isLocked && chosen === null) throw redirect(paths.staffDecision({ callId: desk.call.id }));
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const draft = await openDraft(portal, params.callId ?? '');
  mustHaveDraft(draft);
  const { desk, chosen, weighing, savedAt } = draft;
  const named = new Map([...desk.ranked, ...desk.others].map((entry) => [entry.applicationId, entry]));
  const asked = new URL(request.url).searchParams.get('done');
  return {
    call: desk.call,
    isMaker: desk.isMaker,
    isDecided: desk.readiness === 'already-decided',
    lock: awardsLock(portal, desk.call.id, chosen),
    done: DONE.find((name) => name === asked) ?? null,
    savedAt: savedAt ?? 0,
    awards: weighing?.awards ?? 0,
    sumMinor: weighing?.sumMinor ?? 0,
    reserveUntil: chosen?.reserveUntil ?? null,
    departures: weighing === null ? [] : departureSentences(weighing.departures, desk.ranked),
    publicReason: weighing === null || weighing.departures.length === 0 ? '' : chosen.publicReason,
    outcomes: (chosen?.choices ?? []).map(({ applicationId, outcome, amountMinor, reason, ineligible }) => ({
      applicationId,
      outcome,
      amountMinor: outcome === 'awarded' ? amountMinor : null,
      reason: outcome === 'awarded' ? '' : reason,
      ineligible: ineligible ?? false,
      groupName: named.get(applicationId)?.groupName ?? '',
      title: named.get(applicationId)?.title ?? '',
    })),
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const draft = await openDraft(portal, params.callId ?? '');
  mustHaveDraft(draft);
  const formData = await request.formData();
  // A map, because every object has a "constructor" to press.
  const press = presses.get(String(formData.get('intent')));
  return press === undefined ? notFound() : press(portal, draft, formData);
}

type Press = (portal: SignedIn, draft: Draft, formData: FormData) => Promise<Awaited<ReturnType<typeof unlock>>>;

/** What each button of the page does. */
const presses: ReadonlyMap<string, Press> = new Map(Object.entries({ lock, confirm, unlock }));

async function lock(portal: SignedIn, { desk, chosen, savedAt }: Draft, formData: FormData) {
  const form = await readForm(formData, lockForm(desk.call.timeZone));
  if (!form.ok) return form.response;
  if (chosen === null) return form.refuse(refusalWords('locked'));
  if (form.value.savedAt !== String(savedAt)) return form.refuse(refusalWords('changed-meanwhile'));
  const outcome = lockAwards(portal, desk.call.id, chosen, form.value.feedbackFrom);
  if (outcome.ok) return back(desk.call.id, 'locked');
  const why = refusalWords(outcome.reason);
  return form.refuse(why, outcome.reason === 'feedback-in-the-past' ? { feedbackFrom: why } : {});
}

async function confirm(portal: SignedIn, { desk, chosen }: Draft, formData: FormData) {
  const form = await readForm(formData, agreeForm);
  if (!form.ok) return form.response;
  if (chosen === null) return form.refuse(refusalWords(desk.isLocked ? 'changed-since' : 'not-locked'));
  const outcome = decideAwards(portal, desk.call.id, chosen, form.value.hash);
  return outcome.ok ? back(desk.call.id, 'confirmed') : form.refuse(refusalWords(outcome.reason));
}

async function unlock(portal: SignedIn, { desk }: Draft, formData: FormData) {
  const form = await readForm(formData, refuseForm);
  if (!form.ok) return form.response;
  const outcome = unlockAwards(portal, desk.call.id);
  if (!outcome.ok) return form.refuse(refusalWords(outcome.reason));
  // Without a lock, whoever only confirms has nothing to see here.
  if (!desk.isMaker) throw redirect(paths.home());
  return back(desk.call.id, 'taken-off');
}

function back(callId: string, done: Done): never {
  throw redirect(paths.staffConfirmDecision({ callId, done }));
}

type RefusalName = keyof ReturnType<typeof wordsIn>['words']['award']['refusals'];

/** @throws 404 for what is not there, or not this person's */
function refusalWords(reason: Exclude<RefusalName, 'offer-lapsed'> | 'not-found'): string {
  return reason === 'not-found' ? notFound() : wordsIn('en').words.award.refusals[reason];
}

export default function StaffConfirmDecision() {
  const { words, language, money, deadline } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { award, decisionDesk } = words;
  const { call, lock: locked } = page;
  const sum = {
    count: page.awards,
    sum: money(page.sumMinor, call.currency),
    pot: money(call.potMinor, call.currency),
  };
  const mayChange = page.isMaker && locked === null;
  return (
    <Page
      back={page.isMaker ? paths.staffDecision({ callId: call.id }) : paths.home()}
      backLabel={page.isMaker ? (mayChange ? award.changeDraft : award.toDecision) : undefined}
      overline={call.title}
      title={award.confirmTitle}
      lead={award.confirmLead}
    >
      {page.done !== null && (
        <Notice tone="good" live>
          {page.done === 'confirmed' ? award.confirmed : decisionDesk.done[page.done]}
        </Notice>
      )}
      <LockSteps lock={locked} />
      {!page.isDecided && page.outcomes.length > 0 && (
        <p>
          <strong>{say(language, award.confirmSum, sum)}</strong>
        </p>
      )}
      {page.departures.length > 0 && (
        <Notice tone="warn" title={award.publicReason}>
          <ul>
            {page.departures.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <Written text={page.publicReason} />
        </Notice>
      )}
      {page.reserveUntil !== null && (
        <p>{say(language, award.reserveAtMost, { when: deadline(page.reserveUntil, call.timeZone) })}</p>
      )}
      <p className="row">
        {page.outcomes.length > 0 && (
          <ButtonLink to={paths.staffAwardLetters({ callId: call.id })} look="second">
            {decisionDesk.letters}
          </ButtonLink>
        )}
        {page.isDecided && page.isMaker && (
          <ButtonLink to={paths.staffAwards({ callId: call.id })}>{award.toAwards}</ButtonLink>
        )}
      </p>
      <OutcomeLists outcomes={page.outcomes} currency={call.currency} />
      <LockAwards
        lock={locked}
        savedAt={page.savedAt}
        isDecided={page.isDecided}
        timeZone={call.timeZone}
        reply={reply}
      />
    </Page>
  );
}
