import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, type SignedIn, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { offerMerge } from '../commands/agree-to-merge.server.ts';
import { answerJoinRequest, takeJoinRequestBack } from '../commands/answer-join-request.server.ts';
import { askToJoinUp } from '../commands/ask-to-join-up.server.ts';
import { inviteMatched } from '../commands/invite-matched.server.ts';
import { setMatchConsent } from '../commands/set-match-consent.server.ts';
import { askForm, consentForm, requestForm } from '../forms/match-forms.ts';
import { type OthersPage, othersPage } from '../queries/others-page.server.ts';
import { BeFound } from '../ui/be-found.tsx';
import { GroupsLikeUs } from '../ui/groups-like-us.tsx';
import { JoinRequests } from '../ui/join-requests.tsx';
import { OfCall } from '../ui/of-call.tsx';
import { NotInATest } from '../ui/test-notice.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.matchMaking.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  return { page: found(othersPage(portal, params.applicationId ?? '')), newId: portal.newId() };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const page = found(othersPage(portal, params.applicationId ?? ''));
  if (!page.isOwner) notFound();
  const sent = await request.formData();
  const intent = sent.get('intent');
  const refused =
    intent === 'be-found' || intent === 'stop'
      ? await consent(portal, page, intent, sent)
      : intent === 'ask'
        ? await ask(portal, page, sent)
        : await answer(portal, page, intent, sent);
  if (refused !== null) return refused;
  throw redirect(paths.applyOthers({ applicationId: page.id }), 303);
}

async function consent(portal: SignedIn, page: OthersPage, intent: 'be-found' | 'stop', sent: FormData) {
  if (intent === 'be-found') {
    const form = await readForm(sent, consentForm(portal.language));
    if (!form.ok) return form.response;
  }
  const outcome = setMatchConsent(portal, page.id, intent === 'be-found');
  if (outcome.ok) return null;
  return outcome.reason === 'is-a-test' ? refusal(wordsIn('en').words.testDesk.notHere) : notFound();
}

async function ask(portal: SignedIn, page: OthersPage, sent: FormData) {
  const form = await readForm(sent, askForm);
  if (!form.ok) return form.response;
  const { requestId, toId, message } = form.value;
  const outcome = askToJoinUp(portal, page.id, { id: requestId, toId, message });
  if (outcome.ok) return null;
  if (outcome.reason === 'not-found') notFound();
  return form.refuse(null, { message: wordsIn(portal.language).words.matchMaking.askRefusals[outcome.reason] });
}

/** What is done about a question that was asked, and after it was answered with a yes. */
async function answer(portal: SignedIn, page: OthersPage, intent: FormDataEntryValue | null, sent: FormData) {
  const form = await readForm(sent, requestForm);
  if (!form.ok) return form.response;
  const request = found(page.requests.find(({ id }) => id === form.value.requestId));
  const text = wordsIn(portal.language).words.matchMaking;
  if (intent === 'accepted' || intent === 'declined' || intent === 'blocked') {
    return answerJoinRequest(portal, request.id, intent).ok ? null : notFound();
  }
  if (intent === 'take-back') return takeJoinRequestBack(portal, request.id).ok ? null : notFound();
  if (intent === 'merge') {
    const outcome = offerMerge(portal, page.id, request.other.id);
    if (outcome.ok) return null;
    return outcome.reason === 'not-found' ? notFound() : form.refuse(text.mergeRefusals[outcome.reason]);
  }
  if (intent !== 'invite') notFound();
  const outcome = inviteMatched(portal, page.id, request.id, form.value.invitationId);
  if (outcome.ok) return null;
  return outcome.reason === 'not-found' ? notFound() : form.refuse(text.inviteRefusals[outcome.reason]);
}

export default function Others() {
  const { words } = useWords();
  const { page, newId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.matchMaking;
  return (
    <Page
      back={paths.applyApplication({ applicationId: page.id })}
      backLabel={words.application.taskTitle}
      overline={<OfCall title={page.call.title} reference={page.reference} />}
      title={text.title}
      lead={text.lead}
    >
      <NotInATest reference={page.reference} />
      {!page.isOwner && (
        <Notice>
          <p>{text.ownerOnly}</p>
        </Notice>
      )}
      <JoinRequests page={page} newId={newId} reply={reply} />
      <BeFound page={page} reply={reply} />
      <GroupsLikeUs page={page} newId={newId} reply={reply} />
    </Page>
  );
}
