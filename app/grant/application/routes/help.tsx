import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { Reach } from '#app/ui/reach.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { askQuestion } from '../commands/ask-question.server.ts';
import { askForm } from '../forms/help-forms.ts';
import { myHelp } from '../queries/my-help.server.ts';
import { AskForm } from '../ui/ask-form.tsx';
import { Asked } from '../ui/asked.tsx';
import { OfCall } from '../ui/of-call.tsx';
import { OtherHelp } from '../ui/other-help.tsx';
import { NotInATest } from '../ui/test-notice.tsx';
import { WhoHelped } from '../ui/who-helped.tsx';
import { foundOrKept } from './keep-typed.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.help.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const page = found(myHelp(portal, params.applicationId ?? ''));
  const about = new URL(request.url).searchParams.get('about') ?? '';
  return { ...page, about: page.questions.some(({ id }) => id === about) ? about : '', newId: portal.newId() };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { applicationId = '' } = params;
  const { application } = await foundOrKept(portal, applicationId, request, myHelp(portal, applicationId));
  const form = await readForm(request, askForm(portal.language));
  if (!form.ok) return form.response;
  const { id, about, question } = form.value;
  const outcome = askQuestion(portal, application.id, { id, questionId: about === '' ? null : about, text: question });
  if (outcome.ok) throw redirect(`${paths.applyHelp({ applicationId: application.id })}#asked`, 303);
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  if (reason === 'is-a-test') return form.refuse(wordsIn('en').words.testDesk.notHere);
  const refusal = wordsIn(portal.language).words.help.askRefusals[reason];
  const isTyped = reason === 'question-empty' || reason === 'question-too-long';
  return isTyped ? form.refuse(null, { question: refusal }) : form.refuse(refusal);
}

/** What was asked and answered, room to ask, and every other way to be helped. */
export default function Help() {
  const { words } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { application, call } = page;
  const text = words.help;
  return (
    <Page
      back={paths.applyApplication({ applicationId: application.id })}
      backLabel={words.application.taskTitle}
      overline={<OfCall title={call.title} reference={application.reference} />}
      title={text.title}
      lead={text.lead}
    >
      <NotInATest reference={application.reference} />
      {application.state !== 'draft' && (
        <Notice>
          <p>{text.noLongerDraft}</p>
        </Notice>
      )}
      {page.asked.length > 0 && (
        <section id="asked">
          <h2>{text.yourQuestions}</h2>
          <Asked
            asked={page.asked}
            questions={page.questions}
            partnerName={call.partnerName}
            timeZone={call.timeZone}
          />
        </section>
      )}
      <AskForm page={page} reply={reply} />
      {application.state === 'draft' && <OtherHelp page={page} />}
      <Reach contact={call.contact} when="after" />
      <WhoHelped saves={page.saves} questions={page.questions} timeZone={call.timeZone} />
    </Page>
  );
}
