import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { LetterCard } from '#app/ui/letter-card.tsx';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { draftShortlistLetterAnew, saveShortlistLetter } from '../commands/save-shortlist-letter.server.ts';
import { letterForm } from '../forms/decision-forms.ts';
import { letterList } from '../queries/letter-list.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.decisionDesk.lettersTitle);

const DONE = ['letterSaved', 'letterDrafted'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const list = found(letterList(signedIn(context, request), params.callId ?? '', readPageFrom(asked)));
  return { list, done: DONE.find((name) => name === asked.get('done')) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const asked = new URL(request.url).searchParams;
  const { call } = found(letterList(portal, params.callId ?? '', readPageFrom(asked)));
  const formData = await request.formData();
  const back = (applicationId: string, done: (typeof DONE)[number]) => {
    const { done: _, ...page } = Object.fromEntries(asked);
    throw redirect(`${paths.staffShortlistLetters({ callId: call.id, asked: { ...page, done } })}#${applicationId}`);
  };
  const { refusals } = wordsIn('en').words.decisionDesk;
  if (formData.get('intent') === 'anew') {
    const applicationId = String(formData.get('applicationId') ?? '');
    const outcome = draftShortlistLetterAnew(portal, call.id, applicationId);
    if (outcome.ok) return back(applicationId, 'letterDrafted');
    if (outcome.reason === 'not-found') notFound();
    const form = await readForm(formData, letterForm);
    return form.ok ? form.refuse(refusals[outcome.reason]) : form.response;
  }
  const form = await readForm(formData, letterForm);
  if (!form.ok) return form.response;
  const { applicationId, shown, ...words } = form.value;
  const outcome = saveShortlistLetter(portal, call.id, applicationId, words, shown);
  if (outcome.ok) return back(applicationId, 'letterSaved');
  return outcome.reason === 'not-found' ? notFound() : form.refuse(refusals[outcome.reason]);
}

export default function StaffShortlistLetters() {
  const { words, language } = useWords();
  const { decisionDesk } = words;
  const { list, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call, isLocked, isReleased } = list;
  const mayChange = list.role === 'manager' && !isLocked;
  const refused = reply?.typed.applicationId?.[0];
  const at = (asked: Record<string, string>) => paths.staffShortlistLetters({ callId: call.id, asked });
  const lead = isReleased ? decisionDesk.lettersLeadSent : decisionDesk[isLocked ? 'lettersLeadLocked' : 'lettersLead'];
  return (
    <Page
      back={paths.staffShortlistCheck({ callId: call.id })}
      backLabel={decisionDesk.checkTitle}
      overline={call.title}
      title={decisionDesk.lettersTitle}
      lead={lead}
    >
      {done !== null && (
        <Notice tone="good" live>
          {decisionDesk[done]}
        </Notice>
      )}
      {list.count === 0 && <Empty title={decisionDesk.lettersNone} />}
      {list.outdated > 0 && (
        <Notice tone="warn">{say(language, decisionDesk.lettersOutdated, { count: list.outdated })}</Notice>
      )}
      {list.count > 0 && list.undecided > 0 && (
        <p>{say(language, decisionDesk.lettersUndecided, { count: list.undecided })}</p>
      )}
      {list.count > 0 && <p>{say(language, decisionDesk.lettersCount, { count: list.count })}</p>}
      <div className="stack">
        {list.rows.map((letter) => (
          <LetterCard
            key={letter.applicationId}
            letter={{
              ...letter,
              decision: decisionDesk.decisions[letter.decision],
              isGood: letter.decision === 'shortlisted',
            }}
            mayChange={mayChange}
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
