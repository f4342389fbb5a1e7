import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { moveQuestion } from '../commands/move-question.server.ts';
import { orderForm } from '../forms.ts';
import { callForManager } from '../queries/call-facts.server.ts';
import { brokenConditions } from '../rules/conditions.ts';
import { OrderedEntry } from '../ui/ordered-entry.tsx';
import { OnlyIf } from '../ui/question-list.tsx';
import { QuestionTags } from '../ui/question-tags.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.callDesk.questionListTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const call = found(callForManager(signedIn(context, request), params.callId ?? ''));
  if (call.state === 'published') throw redirect(paths.staffCall({ callId: call.id }));
  const broken = brokenConditions(call.questions).map((question) => question.id);
  return { callId: call.id, title: call.title, questions: call.questions, broken };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { id: callId } = found(callForManager(portal, params.callId ?? ''));
  const form = await readForm(request, orderForm);
  if (!form.ok) notFound();
  const outcome = moveQuestion(portal, callId, form.value.id, form.value.direction);
  if (!outcome.ok && outcome.reason === 'not-found') notFound();
  throw redirect(`${paths.staffCallQuestions({ callId })}#${form.value.id}`);
}

export default function StaffCallQuestions() {
  const { words, language } = useWords();
  const { callId, title, questions, broken } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.callDesk.questionListTitle}
      lead={words.callDesk.questionListLead}
      back={paths.staffCall({ callId })}
      backLabel={title}
    >
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
      </p>
    </Page>
  );
}
