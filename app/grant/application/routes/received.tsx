import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { personById } from '#app/people/queries/people.server.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { myApplication } from '../queries/my-application.server.ts';
import { TestNotice } from '../ui/test-notice.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.application.receivedTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const mine = found(myApplication(portal, params.applicationId ?? ''));
  if (mine.state !== 'submitted') throw redirect(paths.applyApplication({ applicationId: mine.id }));
  const { id, reference, testOf, submittedAt, call } = mine;
  const { closesAt, timeZone } = call;
  return {
    id,
    reference,
    testOf,
    submittedAt,
    closesAt,
    timeZone,
    email: personById(portal, portal.actor.personId)?.email ?? '',
  };
}

export default function Received() {
  const { words, language, deadline } = useWords();
  const page = useLoaderData<typeof loader>();
  const text = words.application;
  return (
    <Page
      title={text.receivedTitle}
      lead={say(language, text.receivedLead, { when: deadline(page.submittedAt ?? 0, page.timeZone) })}
    >
      <TestNotice testOf={page.testOf} />
      <div className="receipt">
        <p>{text.receivedReference}</p>
        <p className="receipt-reference" dir="ltr">
          {page.reference}
        </p>
        <p>{say(language, text.receivedMail, { email: page.email })}</p>
      </div>
      <h2>{text.receivedNextTitle}</h2>
      <ol className="steps">
        <li>{say(language, text.receivedNext[0], { closes: deadline(page.closesAt, page.timeZone) })}</li>
        <li>{text.receivedNext[1]}</li>
        <li>{text.receivedNext[2]}</li>
      </ol>
      <h2>{words.equality.link}</h2>
      <p>{words.equality.linkText}</p>
      <p>
        <a href={paths.applyEquality({ applicationId: page.id })}>{words.equality.link}</a>
      </p>
      <div className="row">
        <ButtonLink to={paths.apply()}>{text.receivedMine}</ButtonLink>
        <ButtonLink look="second" to={paths.applyPrint({ applicationId: page.id })}>
          {text.taskPrint}
        </ButtonLink>
      </div>
    </Page>
  );
}
