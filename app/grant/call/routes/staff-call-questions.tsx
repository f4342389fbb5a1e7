import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { moveQuestion } from '../commands/move-question.server.ts';
import { putBackQuestion } from '../commands/put-back-question.server.ts';
import { questionListForm } from '../forms.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { removedQuestion } from '../queries/removed-question.server.ts';
import { brokenConditions } from '../rules/conditions.ts';
import { OrderedEntry } from '../ui/ordered-entry.tsx';
import { OnlyIf } from '../ui/question-list.tsx';
import { QuestionTags } from '../ui/question-tags.tsx';
import { RemovedQuestion } from '../ui/removed-question.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.callDesk.questionListTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const call = found(callForManager(portal, params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  const broken = brokenConditions(call.questions).map((question) => question.id);
  const removed = removedQuestion(portal, call.id);
  const isBack = new URL(request.url).searchParams.get('done') === 'put-back';
  return { callId: call.id, title: call.title, questions: call.questions, broken, removed, isBack };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const form = await readForm(request, questionListForm);
  if (!form.ok) notFound();
  const { id, direction } = form.value;
  if (direction === 'put-back') {
    const outcome = putBackQuestion(portal, callId, id);
    if (outcome.ok) throw redirect(paths.staffCallQuestions({ callId, done: 'put-back' }));
    const { callDesk, buildingDesk } = wordsIn('en').words;
    return refusal(
      outcome.reason === 'published' ? callDesk.alreadyPublished : buildingDesk.putBackRefused[outcome.reason],
    );
  }
  const outcome = moveQuestion(portal, callId, id, direction);
  if (!outcome.ok && outcome.reason === 'not-found') notFound();
  throw redirect(`${paths.staffCallQuestions({ callId })}#${id}`);
}

export default function StaffCallQuestions() {
  const { words, language } = useWords();
  const { callId, title, questions, broken, removed, isBack } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={words.callDesk.questionListTitle}
      lead={words.callDesk.questionListLead}
      back={paths.staffCall({ callId })}
      backLabel={title}
    >
      <RemovedQuestion removed={removed} isBack={isBack} reply={reply} />
      {questions.length === 0 && (
        <Empty title={words.callDesk.questionListEmpty}>
          <p>{words.callDesk.questionListEmptyText}</p>
        </Empty>
      )}
      <ol className="ordered">
        {questions.map((question) => (
          <OrderedEntry
            key={question.id}
            id={question.id}
            label={question.label}
            place={question.position}
            count={questions.length}
            edit={paths.staffCallQuestion({ callId, questionId: question.id })}
            editLabel={say(language, words.callDesk.questionEditOf, { number: question.position })}
          >
            {question.section !== '' && <p className="overline">{question.section}</p>}
            <OnlyIf question={question} all={questions} />
            {question.guidance !== '' && <p className="soft">{question.guidance}</p>}
            <QuestionTags question={question} />
            {broken.includes(question.id) && (
              <Notice tone="bad" title={words.callDesk.conditionBroken}>
                <p>{words.callDesk.conditionBrokenText}</p>
              </Notice>
            )}
          </OrderedEntry>
        ))}
      </ol>
      <p className="row">
        <ButtonLink to={paths.staffNewCallQuestion({ callId })}>{words.callDesk.questionAdd}</ButtonLink>
        {questions.length > 0 && (
          <ButtonLink to={paths.staffPreview({ callId })} look="second">
            {words.buildingDesk.previewLink}
          </ButtonLink>
        )}
      </p>
    </Page>
  );
}
