import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Written } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { answerQuestion } from '../commands/answer-question.server.ts';
import { publishReply } from '../commands/publish-reply.server.ts';
import { answerQuestionForm, publishReplyForm } from '../forms/help-forms.ts';
import { questionForManager } from '../queries/help-inbox.server.ts';
import { questionsEndAt } from '../rules/asking.ts';
import { AnswerOfStaff } from '../ui/answer-of-staff.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.helpDesk.answerTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { question, call, reference, about } = found(questionForManager(portal, params.helpQuestionId ?? ''));
  const { id, text, askedAt, answer, answeredAt, publishedAt } = question;
  const endsAt = questionsEndAt(call);
  return {
    call: { id: call.id, title: call.title, timeZone: call.timeZone, partnerName: call.partnerName },
    reference,
    about,
    question: { id, text, askedAt, answer, answeredAt, publishedAt },
    endsAt,
    isOver: portal.now >= endsAt,
  };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { question } = found(questionForManager(portal, params.helpQuestionId ?? ''));
  const formData = await request.formData();
  const here = paths.staffHelpQuestion({ helpQuestionId: question.id });
  const { helpDesk: desk } = wordsIn('en').words;
  if (formData.get('intent') === 'publish') {
    const form = await readForm(formData, publishReplyForm);
    if (!form.ok) return form.response;
    const { publicQuestion, publicAnswer } = form.value;
    const outcome = publishReply(portal, question.id, { question: publicQuestion, answer: publicAnswer });
    if (outcome.ok) throw redirect(here, 303);
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(desk.publishRefusals[outcome.reason]);
  }
  const form = await readForm(formData, answerQuestionForm);
  if (!form.ok) return form.response;
  const outcome = answerQuestion(portal, question.id, form.value.answer, form.value.minutes);
  if (outcome.ok) throw redirect(here, 303);
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  if (reason === 'answer-empty') return form.refuse(null, { answer: desk.answerRefusals[reason] });
  return data(form.refuse(desk.answerRefusals[reason]).data, { status: 409 });
}

/** One question: what was asked, the answer, and whether everybody should read it. */
export default function StaffHelpQuestion() {
  const { words, language, dateTime } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.help;
  const desk = words.helpDesk;
  const { call, question, reference, about } = page;
  return (
    <Page
      back={paths.staffHelp({ callId: call.id })}
      backLabel={desk.title}
      overline={say(language, desk.from, { reference, when: dateTime(question.askedAt, call.timeZone) })}
      title={desk.answerTitle}
    >
      <div className="card">
        <Written text={question.text} />
        <p className="soft" dir="auto">
          {say(language, desk.about, { what: about ?? text.aboutWhole })}
        </p>
      </div>
      <AnswerOfStaff page={page} reply={reply} />
    </Page>
  );
}
