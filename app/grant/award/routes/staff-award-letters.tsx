import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { LetterCard } from '#app/ui/letter-card.tsx';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { draftAwardLetterAnew, saveAwardLetter } from '../commands/save-award-letter.server.ts';
import { letterForm } from '../forms.ts';
import { awardLetterList } from '../queries/award-letter-list.server.ts';
import { openDraft } from './open-draft.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.decisionDesk.lettersTitle);

const DONE = ['letterSaved', 'letterDrafted'] as const;

/** Letters follow a decision that could be recorded; before that there is only the form. */
async function openLetters(portal: SignedIn, callId: string) {
  const { desk, chosen } = await openDraft(portal, callId);
  if (chosen !== null) return { call: desk.call, chosen };
  throw redirect(desk.isMaker ? paths.staffDecision({ callId }) : paths.staffConfirmDecision({ callId }));
}

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { call, chosen } = await openLetters(portal, params.callId ?? '');
  const asked = new URL(request.url).searchParams;
  const list = found(awardLetterList(portal, call.id, chosen, readPageFrom(asked)));
  return { call, list, done: DONE.find((name) => name === asked.get('done')) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call, chosen } = await openLetters(portal, params.callId ?? '');
  const formData = await request.formData();
  const { done: _, ...page } = Object.fromEntries(new URL(request.url).searchParams);
  const back = (applicationId: string, done: (typeof DONE)[number]) => {
    throw redirect(`${paths.staffAwardLetters({ callId: call.id, asked: { ...page, done } })}#${applicationId}`);
  };
  const { refusals } = wordsIn('en').words.decisionDesk;
  const form = await readForm(formData, letterForm);
  if (formData.get('intent') === 'anew') {
    const applicationId = String(formData.get('applicationId') ?? '');
    const outcome = draftAwardLetterAnew(portal, call.id, applicationId);
    if (outcome.ok) return back(applicationId, 'letterDrafted');
    if (outcome.reason === 'not-found') notFound();
    return form.ok ? form.refuse(refusals[outcome.reason]) : form.response;
  }
  if (!form.ok) return form.response;
  const { shown, ...written } = form.value;
  const outcome = saveAwardLetter(portal, call.id, chosen, written, shown);
  if (outcome.ok) return back(written.applicationId, 'letterSaved');
  return outcome.reason === 'not-found' ? notFound() : form.refuse(refusals[outcome.reason]);
}

export default function StaffAwardLetters() {
  const { words, language } = useWords();
  const { award, decisionDesk } = words;
  const { call, list, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const refused = reply?.typed.applicationId?.[0];
  const at = (asked: Record<string, string>) => paths.staffAwardLetters({ callId: call.id, asked });
  return (
    <Page
      back={paths.staffConfirmDecision({ callId: call.id })}
      backLabel={award.confirmTitle}
      overline={call.title}
      title={decisionDesk.lettersTitle}
      lead={decisionDesk[list.isLocked ? 'lettersLeadLocked' : 'lettersLead']}
    >
      {done !== null && (
        <Notice tone="good" live>
          {decisionDesk[done]}
        </Notice>
      )}
      <p>{say(language, decisionDesk.lettersCount, { count: list.count })}</p>
      <p>{award.lettersOffer}</p>
      <div className="stack">
        {list.rows.map((letter) => (
          <LetterCard
            key={letter.applicationId}
            letter={{
              ...letter,
              decision: award.outcomesAs[letter.outcome],
              isGood: letter.outcome === 'awarded',
            }}
            mayChange={list.isMaker && !list.isLocked}
            reply={refused === letter.applicationId ? reply : undefined}
          />
        ))}
      </div>
      <ListPages
        first={at({})}
        before={list.before === null ? null : at({ before: list.before })}
        after={list.after === null ? null : at({ after: list.after })}
      />
    </Page>
  );
}
