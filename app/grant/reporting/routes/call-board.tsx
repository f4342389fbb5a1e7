import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, signedIn } from '#app/people/request.server.ts';
import { Button, ButtonLink } from '#app/ui/button.tsx';
import { Page } from '#app/ui/page.tsx';
import { Empty, Money, Table, Tag } from '#app/ui/pieces.tsx';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { readCursor } from '../../application/rules/listing.ts';
import { callBoard } from '../queries/board.server.ts';
import { nextStepOf } from '../ui/next-step.ts';
import { toneOf } from '../ui/tone-of.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.reporting.callBoardTitle);

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const cursor = readCursor({ after: searchParams.get('after'), before: searchParams.get('before') });
  // A place that nobody could read is the first page: the board says how many there are.
  const asked = { stands: searchParams.get('stands'), cursor: cursor === 'malformed' ? null : cursor };
  return found(callBoard(signedIn(context, request), params.callId ?? '', asked));
}

export default function CallBoardScreen() {
  const { words, language } = useWords();
  const { call, stage, questionsWaiting, rows, choices, chosen, all, before, after } = useLoaderData<typeof loader>();
  const callId = call.id;
  const step = nextStepOf(stage, callId);
  const { reporting } = words;
  const stands = chosen === null ? {} : { stands: chosen };
  const links = [
    [paths.staffCall({ callId }), reporting.linkCall],
    [paths.staffApplications({ callId }), reporting.linkApplications],
    [paths.staffHelp({ callId }), say(language, words.helpDesk.linkWithCount, { count: questionsWaiting })],
    [paths.staffPanel({ callId }), reporting.linkPanel],
    [paths.staffShortlist({ callId }), reporting.linkShortlist],
    ...(call.hasPitchDay ? [[paths.staffPitchDay({ callId }), reporting.linkPitchDay] as const] : []),
    [paths.staffDecision({ callId }), reporting.linkDecision],
    [paths.staffAwards({ callId }), reporting.linkAwards],
  ] as const;
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
        {/* The next step has a button of its own. */}
        {links
          .filter(([to]) => to !== step.to)
          .map(([to, name]) => (
            <a key={to} href={to}>
              {name}
            </a>
          ))}
      </nav>
      <h2>{words.reporting.callBoardTitle}</h2>
      {choices.length > 1 && (
        <form method="get" className="row no-print">
          <label htmlFor="stands" className="label">
            {reporting.boardFilter}
          </label>
          <select id="stands" name="stands" className="input short" defaultValue={chosen ?? ''}>
            <option value="">{say(language, reporting.boardFilterAll, { count: all })}</option>
            {choices.map(({ now, count }) => (
              <option key={now} value={now}>
                {say(language, reporting.boardFilterOne, { state: reporting.boardStates[now], count })}
              </option>
            ))}
          </select>
          <Button look="second">{reporting.boardFilterGo}</Button>
        </form>
      )}
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
      {(before !== null || after !== null) && (
        <nav aria-label={words.listDesk.pages} className="row no-print">
          {before !== null && (
            <a href={paths.staffBoard({ callId, asked: { ...stands, before: String(before) } })} rel="prev">
              {words.listDesk.previous}
            </a>
          )}
          {after !== null && (
            <a href={paths.staffBoard({ callId, asked: { ...stands, after: String(after) } })} rel="next">
              {words.listDesk.next}
            </a>
          )}
        </nav>
      )}
    </Page>
  );
}
