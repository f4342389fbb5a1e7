import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readPageFrom } from '#app/kernel/paging.ts';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { Select } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { ListPages } from '#app/ui/list-pages.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Table, Tag, When } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { outbox } from '../queries/outbox.server.ts';
import { useSubject } from '../ui/message-subject.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.reporting.outboxTitle);

const TONES = { waiting: 'warn', kept: 'plain', sent: 'good', failed: 'bad' } as const;
const STATES = ['waiting', 'kept', 'sent', 'failed'] as const;

export function loader({ request, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const state = STATES.find((each) => each === searchParams.get('state')) ?? null;
  return { ...found(outbox(signedIn(context, request), state, readPageFrom(searchParams))), state };
}

export default function Outbox() {
  const { words } = useWords();
  const { messages, before, after, state } = useLoaderData<typeof loader>();
  const text = words.reporting;
  const narrowed: Record<string, string> = state === null ? {} : { state };
  const at = (from: Record<string, string>) => paths.staffOutbox({ asked: { ...narrowed, ...from } });
  const subjectOf = useSubject();
  return (
    <Page title={text.outboxTitle} lead={text.outboxLead} back={paths.staff()} backLabel={text.boardTitle}>
      <Form method="get" action={paths.staffOutbox()} className="card no-print narrowing" values={narrowed}>
        <div className="row fields">
          <Select
            name="state"
            label={text.outboxState}
            choices={[
              { value: '', label: words.listDesk.any },
              ...STATES.map((value) => ({ value, label: text.messageStates[value] })),
            ]}
          />
        </div>
        <p className="row">
          <Button look="second">{words.listDesk.show}</Button>
          {state !== null && <a href={paths.staffOutbox()}>{words.listDesk.clear}</a>}
        </p>
      </Form>
      {messages.length === 0 ? (
        <Empty />
      ) : (
        <Table
          caption={text.outboxCaption}
          rows={messages}
          keyOf={(row) => row.id}
          columns={[
            {
              key: 'subject',
              title: text.outboxSubject,
              heading: true,
              cell: (row) => <a href={paths.staffMessage({ messageId: row.id })}>{subjectOf(row)}</a>,
            },
            { key: 'channel', title: text.outboxChannel, cell: (row) => text.channels[row.channel] },
            {
              key: 'to',
              title: text.outboxTo,
              cell: (row) => row.words?.recipient ?? text.outboxDraftWriter,
            },
            {
              key: 'written',
              title: text.outboxWritten,
              cell: (row) => <When at={row.writtenAt} timeZone={row.timeZone} />,
            },
            {
              key: 'state',
              title: text.outboxState,
              cell: (row) => <Tag tone={TONES[row.state]}>{text.messageStates[row.state]}</Tag>,
            },
          ]}
        />
      )}
      <ListPages
        first={at({})}
        before={before === null ? null : at({ before })}
        after={after === null ? null : at({ after })}
      />
    </Page>
  );
}
