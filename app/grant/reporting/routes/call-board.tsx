import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Money, Table, Tag } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { callBoard } from '../queries/board.server.ts';
import { nextStepOf } from '../ui/next-step.ts';
import { toneOf } from '../ui/tone-of.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.reporting.callBoardTitle);

export function loader({ request, params, context }: LoaderFunctionArgs) {
  return found(callBoard(signedIn(context, request), params.callId ?? ''));
}

export default function CallBoardScreen() {
  const { words } = useWords();
  const { call, stage, rows } = useLoaderData<typeof loader>();
  const callId = call.id;
  const step = nextStepOf(stage, callId);
  return (
    <Page
      title={call.title}
      overline={words.reporting.callStages[stage]}
      back={paths.staff()}
      backLabel={words.reporting.boardTitle}
    >
      <p>
        <ButtonLink to={step.to}>{words.reporting[step.words]}</ButtonLink>
      </p>
      <nav aria-label={words.reporting.linksTitle} className="row no-print">
        <a href={paths.staffCall({ callId })}>{words.reporting.linkCall}</a>
        <a href={paths.staffApplications({ callId })}>{words.reporting.linkApplications}</a>
        <a href={paths.staffPanel({ callId })}>{words.reporting.linkPanel}</a>
        <a href={paths.staffShortlist({ callId })}>{words.reporting.linkShortlist}</a>
        {call.hasPitchDay && <a href={paths.staffPitchDay({ callId })}>{words.reporting.linkPitchDay}</a>}
        <a href={paths.staffDecision({ callId })}>{words.reporting.linkDecision}</a>
        <a href={paths.staffAwards({ callId })}>{words.reporting.linkAwards}</a>
      </nav>
      <h2>{words.reporting.callBoardTitle}</h2>
      {rows.length === 0 ? (
        <Empty />
      ) : (
        <Table
          caption={words.reporting.callBoardCaption}
          quietCaption
          rows={rows}
          keyOf={(row) => row.card.id}
          columns={[
            {
              key: 'reference',
              title: words.reporting.columnReference,
              cell: (row) => <span className="reference">{row.card.reference}</span>,
            },
            {
              key: 'title',
              title: words.reporting.columnTitle,
              heading: true,
              cell: (row) => (
                <a href={paths.staffApplication({ applicationId: row.card.id })} lang={row.card.language} dir="auto">
                  {row.card.title}
                </a>
              ),
            },
            {
              key: 'group',
              title: words.reporting.columnGroup,
              cell: (row) => <span dir="auto">{row.card.groupName}</span>,
            },
            {
              key: 'amount',
              title: words.reporting.columnAmount,
              numeric: true,
              cell: (row) =>
                row.card.amountMinor === null ? null : <Money amount={row.card.amountMinor} currency={call.currency} />,
            },
            {
              key: 'stands',
              title: words.reporting.columnStands,
              cell: (row) => <Tag tone={toneOf(row.standing)}>{words.reporting.boardStates[row.standing.now]}</Tag>,
            },
            {
              key: 'next',
              title: words.reporting.columnNext,
              cell: (row) => words.reporting.boardActors[row.standing.actsNext],
            },
          ]}
        />
      )}
    </Page>
  );
}
