import type { Currency } from '#app/kernel/money.ts';
import { type Column, Table, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { DecisionRecord, RecordedOutcome } from '../queries/decision-record.server.ts';
import { Approvals, PointParts } from './points.tsx';

/** The recorded decision: the ranking with all its figures, then the groups that were not shortlisted. */
export function DecisionTable({ record, currency }: { record: DecisionRecord; currency: Currency }) {
  const { words, number, language } = useWords();
  const { award } = words;
  const { ballots } = record.formula;
  const group: Column<RecordedOutcome> = {
    key: 'group',
    title: award.group,
    heading: true,
    cell: (row) => (
      <>
        <span dir="auto">{row.groupName}</span> <small className="soft">{row.reference}</small>
      </>
    ),
  };
  const outcome: Column<RecordedOutcome> = {
    key: 'outcome',
    title: award.outcome,
    cell: (row) => <OutcomeCell row={row} currency={currency} />,
  };
  const figures: Column<RecordedOutcome>[] = [
    {
      key: 'place',
      title: say(language, award.place, { position: '' }).trim(),
      numeric: true,
      cell: (row) => row.ranked?.position ?? '',
    },
    {
      key: 'mean',
      title: award.panelMean,
      numeric: true,
      cell: (row) =>
        row.ranked === null || row.ranked.meanMilli === null ? '–' : number(row.ranked.meanMilli / 1000, 2),
    },
    ...(ballots === 0
      ? []
      : [
          {
            key: 'approvals',
            title: award.approvals,
            cell: (row: RecordedOutcome) => row.ranked !== null && <Approvals ranked={row.ranked} ballots={ballots} />,
          },
        ]),
    {
      key: 'points',
      title: award.points,
      numeric: true,
      cell: (row) =>
        row.ranked !== null && (
          <>
            <PointParts ranked={row.ranked} ballots={ballots} />
            {row.ranked.byRoom && (
              <>
                {' '}
                <Tag>{award.byRoom}</Tag>
              </>
            )}
          </>
        ),
    },
  ];
  const ranked = record.outcomes.filter((row) => row.ranked !== null);
  const others = record.outcomes.filter((row) => row.ranked === null);
  return (
    <>
      <Table
        caption={award.recordCaption}
        rows={ranked}
        keyOf={(row) => row.applicationId}
        columns={[group, ...figures, outcome]}
      />
      {others.length > 0 && (
        <Table
          caption={award.othersTitle}
          rows={others}
          keyOf={(row) => row.applicationId}
          columns={[group, outcome]}
        />
      )}
    </>
  );
}

function OutcomeCell({ row, currency }: { row: RecordedOutcome; currency: Currency }) {
  const { words, money } = useWords();
  const { award } = words;
  return (
    <>
      <Tag tone={row.outcome === 'awarded' ? 'good' : 'plain'}>
        {row.ineligible ? award.ineligible : award.outcomesAs[row.outcome]}
      </Tag>{' '}
      {row.amountMinor !== null && money(row.amountMinor, currency)}
      {row.reason !== '' && <Written text={row.reason} />}
    </>
  );
}
