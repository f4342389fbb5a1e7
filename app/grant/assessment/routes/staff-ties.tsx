import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { ShowMore, shownIn } from '#app/ui/show-more.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerLikeness } from '../commands/answer-likeness.server.ts';
import { raiseTie } from '../commands/raise-tie.server.ts';
import { raiseTieForm } from '../forms/raise-tie-form.ts';
import { mayGiveOut } from '../queries/run-panel.server.ts';
import { tieDesk } from '../queries/tie-desk.server.ts';
import { TIES_SHOWN } from '../rules/ties-shown.ts';
import { LikenessList } from '../ui/likeness-list.tsx';
import { RaiseTie } from '../ui/raise-tie.tsx';
import { TieCounts, TieList } from '../ui/tie-list.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.tieDesk.title);

const DONE = ['raised', 'answered'] as const;

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const asked = new URL(request.url).searchParams;
  const shown = shownIn(asked, TIES_SHOWN);
  const desk = found(tieDesk(portal, params.callId ?? '', shown));
  return { desk, more: shown + TIES_SHOWN, done: DONE.find((name) => name === asked.get('done')) ?? null };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const callId = params.callId ?? '';
  if (!mayGiveOut(portal, callId)) return notFound();
  const posted = await request.formData();
  return posted.get('intent') === 'answer' ? answer(portal, callId, posted) : raise(portal, callId, posted);
}

function answer(portal: SignedIn, callId: string, posted: FormData) {
  const pair = { memberId: String(posted.get('memberId')), applicationId: String(posted.get('applicationId')) };
  // A second tap meets what the first has answered: the page says so either way.
  answerLikeness(portal, callId, pair, posted.get('answer') === 'yes');
  throw redirect(`${paths.staffTies({ callId, done: 'answered' })}#done`);
}

async function raise(portal: SignedIn, callId: string, posted: FormData) {
  const form = await readForm(posted, raiseTieForm);
  if (!form.ok) return form.response;
  const outcome = raiseTie(portal, callId, form.value);
  if (!outcome.ok) {
    const { tieDesk: words } = wordsIn('en').words;
    if (outcome.reason === 'not-found') notFound();
    if (outcome.reason === 'unknown-member') return form.refuse(null, { memberId: words.memberMissing });
    if (outcome.reason === 'unknown-application') return form.refuse(null, { reference: words.referenceMissing });
    if (outcome.reason === 'reason-missing') return form.refuse(null, { reason: words.reasonMissing });
    return form.refuse(words.alreadyTied);
  }
  throw redirect(`${paths.staffTies({ callId, done: 'raised' })}#done`);
}

export default function StaffTies() {
  const { words } = useWords();
  const { desk, more, done } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { call } = desk;
  return (
    <Page
      back={paths.staffPanel({ callId: call.id })}
      backLabel={words.assessment.boardTitle}
      overline={call.title}
      title={words.tieDesk.title}
      lead={words.tieDesk.lead}
    >
      <div id="done">
        {done !== null && (
          <Notice tone="good" live>
            {words.tieDesk[done]}
          </Notice>
        )}
      </div>
      <LikenessList asks={desk.asks} count={desk.asksCount} />
      <TieCounts counts={desk.counts} />
      <RaiseTie members={desk.members} reply={reply} />
      <TieList ties={desk.ties} />
      <ShowMore
        later={desk.tiesCount - desk.ties.length}
        to={paths.staffTies({ callId: call.id, shown: String(more) })}
      />
    </Page>
  );
}
