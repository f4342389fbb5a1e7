import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Page } from '#app/ui/page.tsx';
import { PanelMakeup } from '#app/ui/panel-makeup.tsx';
import { Empty, Money, Table, When } from '#app/ui/pieces.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { register } from '../queries/register.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.register.registerTitle);

export function loader({ context }: LoaderFunctionArgs) {
  return { calls: register(context.portal) };
}

export default function Register() {
  const { words, language, money } = useWords();
  const { calls } = useLoaderData<typeof loader>();
  return (
    <Page title={words.register.registerTitle} lead={words.register.registerLead}>
      {calls.length === 0 && <Empty title={words.register.registerEmpty} />}
      {calls.map((call) => (
        <section key={call.id}>
          <h2>
            <CallText text={call.title} language={call.language} />
          </h2>
          <p className="soft">{call.partnerName}</p>
          <p>
            {say(language, words.register.registerSum, {
              count: call.rows.length,
              sum: money(call.sumMinor, call.currency),
              paid: money(call.paidMinor, call.currency),
            })}
          </p>
          {call.panel !== null && <PanelMakeup panel={call.panel} />}
          {call.pollId !== null && (
            <p>
              <a href={paths.board({ pollId: call.pollId })}>{words.register.registerVote}</a>
            </p>
          )}
          <Table
            caption={say(language, words.register.registerCaption, { call: call.title })}
            quietCaption
            rows={call.rows}
            keyOf={(row) => row.awardId}
            columns={[
              {
                key: 'group',
                title: words.register.registerGroup,
                heading: true,
                cell: (row) => <span dir="auto">{row.groupName}</span>,
              },
              {
                key: 'idea',
                title: words.register.registerIdea,
                cell: (row) => (
                  <span lang={row.language} dir="auto">
                    {row.title}
                  </span>
                ),
              },
              { key: 'city', title: words.register.registerCity, cell: (row) => row.city },
              {
                key: 'amount',
                title: words.register.registerAmount,
                numeric: true,
                cell: (row) => <Money amount={row.amountMinor} currency={call.currency} />,
              },
              {
                key: 'paid',
                title: words.register.registerPaid,
                numeric: true,
                cell: (row) => <Money amount={row.paidMinor} currency={call.currency} />,
              },
              {
                key: 'at',
                title: words.register.registerAccepted,
                cell: (row) => <When at={row.acceptedAt} timeZone={call.timeZone} as="date" />,
              },
            ]}
          />
        </section>
      ))}
      {calls.length > 0 && (
        <p>
          <a href={paths.awardsTable()} download>
            {words.register.registerDownload}
          </a>
        </p>
      )}
    </Page>
  );
}
