import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { useLength } from '#app/ui/length.ts';
import { Page } from '#app/ui/page.tsx';
import { Empty, Table, Tag, Written } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { applicationsForManager } from '../queries/staff-reading.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.applicationDesk.staffListTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(applicationsForManager(signedIn(context, request), params.callId ?? ''));
}

export default function StaffApplications() {
  const { words, language, money } = useWords();
  const { call, applications, draftCount } = useLoaderData<typeof loader>();
  const length = useLength();
  const text = words.application;
  const columns = words.applicationDesk.staffColumns;
  const asked = applications
    .filter((application) => application.state === 'submitted')
    .reduce((sum, application) => sum + (application.amountMinor ?? 0), 0);
  return (
    <Page
      back={paths.staffBoard({ callId: call.id })}
      backLabel={call.title}
      title={words.applicationDesk.staffListTitle}
      lead={words.applicationDesk.staffListLead}
    >
      <p>{say(language, words.applicationDesk.staffDrafts, { count: draftCount })}</p>
      {applications.length === 0 ? (
        <Empty title={words.applicationDesk.staffListEmpty} />
      ) : (
        <>
          <p>{say(language, words.applicationDesk.staffAsked, { amount: money(asked, call.currency) })}</p>
          <Table
            caption={say(language, words.applicationDesk.staffListCaption, { title: call.title })}
            quietCaption
            rows={applications}
            keyOf={(row) => row.id}
            columns={[
              { key: 'reference', title: columns.reference, cell: (row) => <bdi>{row.reference}</bdi> },
              {
                key: 'title',
                title: columns.title,
                heading: true,
                cell: (row) =>
                  row.state === 'submitted' ? (
                    <a href={paths.staffApplication({ applicationId: row.id })}>
                      <Written as="span" text={row.title} lang={row.language} />
                    </a>
                  ) : (
                    <Written as="span" text={row.title} lang={row.language} />
                  ),
              },
              { key: 'group', title: columns.group, cell: (row) => <Written as="span" text={row.groupName} /> },
              { key: 'theme', title: columns.theme, cell: (row) => row.theme },
              { key: 'city', title: columns.city, cell: (row) => <bdi>{row.city}</bdi> },
              {
                key: 'reading',
                title: columns.reading,
                cell: (row) =>
                  [
                    row.words > 0 && say(language, words.common.words, { count: row.words }),
                    row.videoSeconds > 0 &&
                      say(language, words.applicationDesk.staffVideo, { length: length(row.videoSeconds) }),
                  ]
                    .filter(Boolean)
                    .join(', '),
              },
              {
                key: 'state',
                title: columns.state,
                cell: (row) => (
                  <>
                    <Tag tone={row.state === 'submitted' ? 'good' : 'plain'}>{text.states[row.state]}</Tag>
                    {row.codeLabels.map((label) => (
                      <span key={label} className="block soft">
                        {say(language, words.codesDesk.byCode, { label })}
                      </span>
                    ))}
                  </>
                ),
              },
              {
                key: 'amount',
                title: columns.amount,
                numeric: true,
                cell: (row) => (row.amountMinor === null ? '' : money(row.amountMinor, call.currency)),
              },
            ]}
          />
        </>
      )}
    </Page>
  );
}
