import { Table, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ShortlistDesk } from '../queries/shortlist-desk.server.ts';
import { useRankingColumns } from './ranking-columns.tsx';
import { useVotesColumn } from './votes-column.tsx';

/** The record: what was decided, on which figures, and what each group was told. */
export function DecidedShortlist({ desk }: { desk: ShortlistDesk }) {
  const { words, language } = useWords();
  const { assessment, decisionDesk } = words;
  const columns = useRankingColumns();
  const votes = useVotesColumn(desk.rows);
  return (
    <>
      <p>{say(language, assessment.decidedCount, { count: desk.decided?.shortlisted ?? 0 })}</p>
      <Table
        caption={say(language, assessment.rankingCaption, { count: desk.count })}
        rows={desk.rows}
        keyOf={(row) => row.applicationId}
        columns={[
          ...columns,
          ...votes,
          {
            key: 'choice',
            title: assessment.choice,
            cell: (row) =>
              row.decision !== null && (
                <>
                  <Tag tone={row.decision === 'shortlisted' ? 'good' : 'plain'}>
                    {decisionDesk.decisions[row.decision]}
                  </Tag>
                  {row.nearly && <Tag tone="brand">{decisionDesk.nearlyTag}</Tag>}
                </>
              ),
          },
          { key: 'reason', title: assessment.reason, cell: (row) => <Written text={row.reason} as="span" /> },
        ]}
      />
      <details>
        <summary>{assessment.shortlistHow}</summary>
        <p>{assessment.shortlistHowMean}</p>
        <p>{assessment.shortlistHowSpread}</p>
      </details>
    </>
  );
}
