import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { startApplication } from '../commands/start-application.server.ts';
import { startPage } from '../queries/start.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.application.startTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(startPage(signedIn(context, request), params.slug ?? ''));
}

export function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const page = found(startPage(portal, params.slug ?? ''));
  const outcome = startApplication(portal, page.callId);
  if (!outcome.ok) {
    if (outcome.reason === 'not-found') notFound();
    const { words, language, deadline } = wordsIn('en');
    return refusal(
      say(language, words.application.startRefusals[outcome.reason], {
        opens: deadline(page.opensAt, page.timeZone),
        closes: deadline(page.closesAt, page.timeZone),
      }),
    );
  }
  throw redirect(paths.applyApplication({ applicationId: outcome.value.applicationId }), 303);
}

export default function Start() {
  const { words, language, money, deadline } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.application;
  return (
    <Page
      overline={page.partnerName}
      title={text.startTitle}
      lead={say(language, text.startLead, {
        title: page.title,
        amount: money(page.awardMaxMinor, page.currency),
      })}
    >
      <ol className="steps">
        <li>{text.startSteps[0]}</li>
        <li>{say(language, text.startSteps[1], { count: page.questionCount })}</li>
        <li>{text.startSteps[2]}</li>
      </ol>
      <p>{page.hasVideo ? text.startVideo : text.startTextOnly}</p>
      <p>{say(language, text.startMinutes, { minutes: page.minutes })}</p>
      <p>{text.startSaves}</p>
      <p>{text.startNoPapers}</p>
      <p>
        <strong>{say(language, text.closesAt, { when: deadline(page.closesAt, page.timeZone) })}</strong>
      </p>
      {page.draftId !== null ? (
        <ButtonLink big to={paths.applyApplication({ applicationId: page.draftId })}>
          {text.startContinue}
        </ButtonLink>
      ) : page.window === 'open' ? (
        <Form reply={reply}>
          <Button big>{text.startButton}</Button>
        </Form>
      ) : (
        <Notice tone="warn">
          <p>{text.startClosed}</p>
        </Notice>
      )}
    </Page>
  );
}
