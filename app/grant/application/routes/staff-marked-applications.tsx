import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Form } from '#app/ui/form.tsx';
import { Page } from '#app/ui/page.tsx';
import { Notice, Table } from '#app/ui/pieces.tsx';
import { refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { undoMarking } from '../commands/undo-marking.server.ts';
import { markedBatch } from '../queries/marked.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.eligibilityDesk.reportTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(markedBatch(signedIn(context, request), params.callId ?? '', params.batchId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { callId = '', batchId = '' } = params;
  found(markedBatch(portal, callId, batchId));
  const undone = undoMarking(portal, batchId);
  if (undone.ok || undone.reason === 'already-undone') {
    throw redirect(paths.staffMarkedApplications({ callId, batchId }), 303);
  }
  if (undone.reason === 'not-found') notFound();
  return refusal(wordsIn('en').words.eligibilityDesk.refusals[undone.reason]);
}

export default function StaffMarkedApplications() {
  const { words, language, dateTime } = useWords();
  const { call, batch, isScoringOpen } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.eligibilityDesk;
  const hidden = batch.skippedCount - batch.skipped.length;
  return (
    <Page
      back={paths.staffApplications({ callId: call.id })}
      backLabel={words.applicationDesk.staffBackToList}
      title={text.reportTitle}
      lead={say(language, text.reportDone, { count: batch.marked, outcome: text.outcomes[batch.outcome] })}
    >
      <p className="soft">
        {say(language, text.reportBy, { who: batch.madeBy, when: dateTime(batch.madeAt, call.timeZone) })}
      </p>
      {batch.undone !== null && (
        <Notice tone="good" live>
          <p>{say(language, text.undone, { count: batch.undone })}</p>
        </Notice>
      )}
      {batch.skippedCount > 0 && (
        <>
          <h2>{say(language, text.reportSkipped, { count: batch.skippedCount })}</h2>
          {batch.skipped.length > 0 && (
            <Table
              caption={text.reportSkippedCaption}
              quietCaption
              rows={batch.skipped}
              keyOf={(row) => row.reference}
              columns={[
                {
                  key: 'reference',
                  title: text.skipColumns.reference,
                  heading: true,
                  cell: (row) => <bdi className="reference">{row.reference}</bdi>,
                },
                {
                  key: 'why',
                  title: text.skipColumns.why,
                  cell: (row) => text.skips[row.why as keyof typeof text.skips] ?? row.why,
                },
              ]}
            />
          )}
          {hidden > 0 && <p>{say(language, text.skippedMore, { count: hidden })}</p>}
        </>
      )}
      <p className="row">
        <a href={paths.staffApplications({ callId: call.id })}>{text.toList}</a>
        <a href={paths.staffEligibilityLetters({ callId: call.id })}>{text.toLetters}</a>
      </p>
      {batch.undone === null && batch.marked > 0 && !isScoringOpen && (
        <section className="card" aria-labelledby="undo">
          <h2 id="undo">{text.undoTitle}</h2>
          <p>{text.undoText}</p>
          <Form reply={reply}>
            <Button look="second">{text.undo}</Button>
          </Form>
        </section>
      )}
    </Page>
  );
}
