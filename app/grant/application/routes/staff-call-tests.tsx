import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Table } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { startTest } from '../commands/start-test.server.ts';
import { throwAwayTests } from '../commands/throw-away-tests.server.ts';
import { callTests } from '../queries/call-tests.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.testDesk.title);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(callTests(signedIn(context, request), params.callId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(callTests(portal, params.callId ?? ''));
  const formData = await request.formData();
  if (formData.get('intent') === 'throw-away') {
    await throwAwayTests(portal, call.id);
    throw redirect(paths.staffCallTests({ callId: call.id }), 303);
  }
  const outcome = startTest(portal, call.id);
  if (!outcome.ok) notFound();
  throw redirect(paths.applyApplication({ applicationId: outcome.value.applicationId }), 303);
}

/** Filling in pretend applications, and throwing them away. */
export default function StaffCallTests() {
  const { words, language } = useWords();
  const { call, mine, tests } = useLoaderData<typeof loader>();
  const text = words.testDesk;
  return (
    <Page title={text.title} lead={text.lead} back={paths.staffCall({ callId: call.id })} backLabel={call.title}>
      <ul>
        {text.how.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {mine !== null ? (
        <p>
          <ButtonLink big to={paths.applyApplication({ applicationId: mine })}>
            {text.goOn}
          </ButtonLink>
        </p>
      ) : (
        <Form>
          <Button big name="intent" value="start">
            {text.start}
          </Button>
        </Form>
      )}
      {tests.length > 0 && (
        <>
          <Table
            caption={text.listTitle}
            rows={tests}
            keyOf={(test) => test.id}
            columns={[
              {
                key: 'reference',
                title: text.listReference,
                heading: true,
                cell: (test) =>
                  test.isMine ? (
                    <a href={paths.applyApplication({ applicationId: test.id })}>{test.reference}</a>
                  ) : (
                    test.reference
                  ),
              },
              { key: 'by', title: text.listBy, cell: (test) => test.by },
              { key: 'state', title: text.listState, cell: (test) => text.states[test.state] },
            ]}
          />
          <details className="remove">
            <summary>{text.throwAway}</summary>
            <Form>
              <p>{say(language, text.throwAwayText, { count: tests.length })}</p>
              <Button look="danger" name="intent" value="throw-away">
                {text.throwAwayDo}
              </Button>
            </Form>
          </details>
        </>
      )}
    </Page>
  );
}
