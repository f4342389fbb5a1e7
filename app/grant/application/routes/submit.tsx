import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { refusal } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { submitApplication } from '../commands/submit-application.server.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { maySend } from '../queries/staff-entries.server.ts';
import { Gaps } from '../ui/gaps.tsx';
import { myAnswers } from '../ui/my-answers.ts';
import { OfCall } from '../ui/of-call.tsx';
import { TestNotice } from '../ui/test-notice.tsx';
import { WholeApplication } from '../ui/whole-application.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.application.checkTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const mine = found(myApplication(portal, params.applicationId ?? ''));
  if (mine.state !== 'draft' && request.method === 'GET') {
    throw redirect(paths.applyApplication({ applicationId: mine.id }));
  }
  return { mine, isSender: maySend(portal, mine) };
}

export function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const mine = found(myApplication(portal, params.applicationId ?? ''));
  if (!maySend(portal, mine)) notFound();
  const outcome = submitApplication(portal, mine.id);
  if (outcome.ok) throw redirect(paths.applyReceived({ applicationId: mine.id }), 303);
  if (outcome.reason === 'not-found') notFound();
  const { words, language, deadline } = wordsIn(portal.language);
  const { submitRefusals } = words.application;
  if (outcome.reason === 'not-confirmed') return refusal(words.writtenDownDesk.submitUnconfirmed);
  const { opensAt, closesAt, timeZone } = mine.call;
  if (outcome.reason !== 'call-not-open') return refusal(submitRefusals[outcome.reason]);
  return refusal(
    mine.window === 'not-yet'
      ? say(language, submitRefusals['call-not-yet'], { when: deadline(opensAt, timeZone) })
      : say(language, submitRefusals['call-not-open'], { when: deadline(closesAt, timeZone) }),
  );
}

/** Everything on one page, what is missing first, each gap with a link to where it is closed. */
export default function Submit() {
  const { words, language, deadline } = useWords();
  const { mine, isSender } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.application;
  const isDraft = mine.state === 'draft';
  return (
    <Page
      back={paths.applyApplication({ applicationId: mine.id })}
      backLabel={text.taskTitle}
      overline={<OfCall title={mine.call.title} reference={mine.reference} />}
      title={text.checkTitle}
      lead={text.checkLead}
    >
      <TestNotice testOf={mine.testOf} />
      {mine.window === 'closed' && reply === undefined && (
        <Notice tone="warn">
          <p>{say(language, text.taskClosed, { when: deadline(mine.call.closesAt, mine.call.timeZone) })}</p>
        </Notice>
      )}
      <Form reply={reply}>
        {isDraft && <Gaps mine={mine} />}
        <WholeApplication
          details={mine.details}
          currency={mine.call.currency}
          answers={myAnswers(mine.questions, mine.call.currency)}
          change={(part) =>
            isDraft &&
            mine.mayEdit && (
              <a
                className="no-print"
                href={
                  part.questionId === null
                    ? paths.applyDetails({ applicationId: mine.id })
                    : paths.applyQuestion({ applicationId: mine.id, questionId: part.questionId })
                }
              >
                <span aria-hidden="true">{text.checkAnswer}</span>
                <span className="quiet">{say(language, text.checkChange, { what: part.what })}</span>
              </a>
            )
          }
        />
        {isDraft && mine.window === 'open' && !isSender && (
          <Notice>
            <p>{say(language, words.team.mayNotSign, { owner: mine.team.ownerName })}</p>
          </Notice>
        )}
        {isDraft && mine.window === 'open' && isSender && (
          <div className="send-box">
            <p>
              {mine.gaps.length === 0
                ? text.checkNoGaps
                : say(language, text.checkGapsLeft, { count: mine.gaps.length })}
            </p>
            <p className="soft">{text.checkSubmitNote}</p>
            <Button big>{text.checkSubmit}</Button>
          </div>
        )}
      </Form>
    </Page>
  );
}
