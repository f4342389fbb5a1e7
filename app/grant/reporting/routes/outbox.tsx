import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty, Table, Tag, When } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { outbox } from '../queries/outbox.server.ts';
import { useSubject } from '../ui/message-subject.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.reporting.outboxTitle);

export function loader({ request, context }: LoaderFunctionArgs) {
  return found(outbox(signedIn(context, request)));
}

const TONES = { waiting: 'warn', kept: 'plain', sent: 'good', failed: 'bad' } as const;

export default function Outbox() {
  const { words } = useWords();
  const { messages } = useLoaderData<typeof loader>();
  const subjectOf = useSubject();
  return (
    <Page
      title={words.reporting.outboxTitle}
      lead={words.reporting.outboxLead}
      back={paths.staff()}
      backLabel={words.reporting.boardTitle}
    >
      {messages.length === 0 ? (
        <Empty />
      ) : (
        <Table
          caption={words.reporting.outboxCaption}
          rows={messages}
          keyOf={(row) => row.id}
          columns={[
            {
              key: 'subject',
              title: words.reporting.outboxSubject,
              heading: true,
              cell: (row) => <a href={paths.staffMessage({ messageId: row.id })}>{subjectOf(row)}</a>,
            },
            {
              key: 'channel',
              title: words.reporting.outboxChannel,
              cell: (row) => words.reporting.channels[row.channel],
            },
            {
              key: 'to',
              title: words.reporting.outboxTo,
              cell: (row) => row.words?.recipient ?? words.reporting.outboxDraftWriter,
            },
            {
              key: 'written',
              title: words.reporting.outboxWritten,
              cell: (row) => <When at={row.writtenAt} timeZone={row.timeZone} />,
            },
            {
              key: 'state',
              title: words.reporting.outboxState,
              cell: (row) => <Tag tone={TONES[row.state]}>{words.reporting.messageStates[row.state]}</Tag>,
            },
          ]}
        />
      )}
    </Page>
  );
}
