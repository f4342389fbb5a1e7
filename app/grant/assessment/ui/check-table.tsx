import { Table, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CheckRow } from '../queries/shortlist-check.server.ts';
import { useVotesColumn } from './votes-column.tsx';

/** What each group will be told, row by row, with where it differs from the ranking. */
export function CheckTable({ rows, count }: { rows: readonly CheckRow[]; count: number }) {
  const { words, language, number } = useWords();
  const { assessment, decisionDesk } = words;
  const votes = useVotesColumn(rows);
  if (rows.length === 0) return null;
  return (
    <Table
      caption={say(language, decisionDesk.tableCaption, { count })}
      rows={rows}
      keyOf={(row) => row.applicationId}
      columns={[
        {
          key: 'rank',
          title: assessment.rank,
          numeric: true,
          cell: (row) => (row.rank === null ? assessment.rankNone : number(row.rank)),
        },
        {
          key: 'application',
          title: assessment.application,
          heading: true,
          cell: (row) => (
            <>
              <bdi lang={row.language} dir="auto">
                {row.title}
              </bdi>
              <span className="soft block">
                <bdi>{row.groupName}</bdi>
                <bdi className="block">{row.reference}</bdi>
              </span>
            </>
          ),
        },
        ...votes,
        {
          key: 'decision',
          title: decisionDesk.decision,
          cell: (row) => (
            <>
              <Tag tone={row.decision === null ? 'warn' : row.decision === 'shortlisted' ? 'good' : 'plain'}>
                {row.decision === null ? decisionDesk.undecided : decisionDesk.decisions[row.decision]}
              </Tag>
              {row.nearly && <Tag tone="brand">{decisionDesk.nearlyTag}</Tag>}
            </>
          ),
        },
        {
          key: 'difference',
          title: decisionDesk.difference,
          cell: (row) =>
            row.departure === null ? decisionDesk.differenceNone : decisionDesk.departures[row.departure],
        },
        {
          key: 'reason',
          title: decisionDesk.reasonColumn,
          cell: (row) => <Written text={row.reason === '' ? '–' : row.reason} as="span" />,
        },
      ]}
    />
  );
}
