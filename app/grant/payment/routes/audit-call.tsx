import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Money, Table } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { recordReading } from '../commands/record-reading.server.ts';
import { auditedCall } from '../queries/audit-pages.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.auditing.paymentsTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const audited = found(auditedCall(portal, params.callId ?? ''));
  recordReading(portal, audited.call.id, { what: 'payments', subject: '' });
  return audited;
}

export default function AuditCall() {
  const { words, language } = useWords();
  const { auditing } = words;
  const { call, payments } = useLoaderData<typeof loader>();
  return (
    <Page
      back={paths.audit()}
      backLabel={auditing.title}
      overline={call.title}
      title={auditing.paymentsTitle}
      lead={auditing.paymentsLead}
    >
      <p>
        <ButtonLink look="second" to={paths.financeMonths({ callId: call.id })}>
          {auditing.toMonths}
        </ButtonLink>
      </p>
      {payments.length === 0 ? (
        <Empty title={auditing.paymentsNone} />
      ) : (
        <Table
          caption={auditing.paymentsTitle}
          quietCaption
          rows={payments}
          keyOf={(row) => row.payoutId}
          columns={[
            {
              key: 'group',
              title: auditing.group,
              heading: true,
              cell: (row) => <bdi>{row.groupName ?? auditing.hiddenGroup}</bdi>,
            },
            {
              key: 'part',
              title: auditing.part,
              cell: (row) => say(language, auditing.partOf, { part: row.position, parts: row.partsCount }),
            },
            {
              key: 'amount',
              title: auditing.amount,
              numeric: true,
              cell: (row) => <Money amount={row.amountMinor} currency={call.currency} />,
            },
            { key: 'state', title: auditing.state, cell: (row) => auditing.states[row.state] },
            { key: 'details', title: auditing.details, cell: (row) => row.detailsBy },
            { key: 'maker', title: auditing.maker, cell: (row) => row.maker },
            { key: 'checker', title: auditing.checker, cell: (row) => row.checker ?? '' },
            { key: 'file', title: auditing.file, cell: (row) => <code>{row.msgId ?? ''}</code> },
            { key: 'evidence', title: auditing.evidence, cell: (row) => <bdi>{row.evidence}</bdi> },
          ]}
        />
      )}
    </Page>
  );
}
