import { Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { RecordRow } from '../queries/decision-record.server.ts';
import { useVotesColumn } from './votes-column.tsx';

/** What every decision rested on, by reference. */
export function RecordScores({ rows }: { rows: readonly RecordRow[] }) {
  const { words, language, number } = useWords();
  const { assessment, panelRecord } = words;
  const votes = useVotesColumn(rows);
  const thousandths = (milli: number | null) => (milli === null ? '–' : number(milli / 1000, 3));
  return (
    <section>
      <h2>{panelRecord.scoresTitle}</h2>
      <p>{panelRecord.scoresLead}</p>
      <Table
        caption={say(language, panelRecord.caption, { count: rows.length })}
        rows={rows}
        keyOf={(row) => row.reference}
        columns={[
          {
            key: 'rank',
            title: assessment.rank,
            numeric: true,
            cell: ({ rank }) => (rank === null ? assessment.rankNone : number(rank)),
          },
          {
            key: 'reference',
            title: panelRecord.reference,
            heading: true,
            cell: ({ reference, title }) => (
              <>
                <bdi>{reference}</bdi>
                {title !== null && <span className="soft block">{say(language, panelRecord.own, { title })}</span>}
              </>
            ),
          },
          { key: 'mean', title: assessment.mean, numeric: true, cell: (row) => thousandths(row.meanMilli) },
          { key: 'spread', title: assessment.spread, numeric: true, cell: (row) => thousandths(row.spreadMilli) },
          { key: 'sheets', title: assessment.sheets, numeric: true, cell: ({ sheets }) => number(sheets) },
          ...votes,
          {
            key: 'decision',
            title: assessment.choice,
            cell: ({ decision }) => (
              <Tag tone={decision === 'shortlisted' ? 'good' : 'plain'}>{assessment.decisions[decision]}</Tag>
            ),
          },
        ]}
      />
    </section>
  );
}
