import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { commentOnAnswer, resolveComment } from '../commands/comment-on-answer.server.ts';
import { commentForm, resolveForm } from '../forms/team-forms.ts';
import { commentsBeside } from '../queries/comments.server.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { mayComment } from '../rules/team.ts';
import { Comments } from '../ui/comments.tsx';
import { foundOrKept, keepTyped } from './keep-typed.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.team.commentsTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const mine = found(myApplication(portal, params.applicationId ?? ''));
  const question = found(mine.questions.find((asked) => asked.id === params.questionId));
  return {
    applicationId: mine.id,
    timeZone: mine.call.timeZone,
    question: { id: question.id, label: question.label },
    comments: commentsBeside(portal, mine.id, question.id),
    mayComment: mayComment(mine.role),
    newId: portal.newId(),
  };
}

/** What is said here leads back to where it was said: beside the answer. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { applicationId = '' } = params;
  const mine = await foundOrKept(portal, applicationId, request, myApplication(portal, applicationId));
  const question = found(mine.questions.find((asked) => asked.id === params.questionId));
  if (!mayComment(mine.role)) return keepTyped('may-not-edit', request, portal.language);
  const sent = await request.formData();
  const intent = sent.get('intent');
  if (intent === 'resolve' || intent === 'reopen') {
    const form = await readForm(sent, resolveForm);
    if (!form.ok || !resolveComment(portal, mine.id, form.value.commentId, intent === 'resolve').ok) notFound();
  } else {
    const form = await readForm(sent, commentForm);
    if (!form.ok) return form.response;
    const comment = { id: form.value.commentId, text: form.value.comment };
    const outcome = commentOnAnswer(portal, mine.id, question.id, comment);
    if (!outcome.ok) {
      const { commentRefusals } = wordsIn(portal.language).words.team;
      return outcome.reason === 'not-found'
        ? notFound()
        : form.refuse(null, { comment: commentRefusals[outcome.reason] });
    }
  }
  throw redirect(`${paths.applyQuestion({ applicationId: mine.id, questionId: question.id })}#comments`, 303);
}

export default function CommentsPage() {
  const { words } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      back={paths.applyQuestion({ applicationId: page.applicationId, questionId: page.question.id })}
      backLabel={<CallText text={page.question.label} />}
      title={words.team.commentsTitle}
    >
      <Comments {...page} questionId={page.question.id} reply={reply} />
    </Page>
  );
}
