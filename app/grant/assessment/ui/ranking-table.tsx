import { type Column, Table, Tag, type Tone } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { RankingDesk, RankingRow } from '../queries/ranking-desk.server.ts';
import { RankBar } from './rank-bar.tsx';
import { useRankingColumns } from './ranking-columns.tsx';

const TONES: Readonly<Record<'above' | 'reaches' | 'below', Tone>> = { above: 'good', reaches: 'warn', below: 'plain' };

/** The ranking row by row, with how sure each place is where the method can say it. */
export function RankingTable({ desk }: { desk: RankingDesk }) {
  const { words, language, number } = useWords();
  const { panelRanking } = words;
  const columns = useRankingColumns();
  const hasIntervals = desk.convergence !== null;
  const groups = hasIntervals ? panelRanking.groups : panelRanking.groupsPlain;
  const sure: Column<RankingRow>[] = [
    {
      key: 'expected',
      title: panelRanking.expectedRank,
      cell: (row) => <Expected row={row} desk={desk} />,
    },
    {
      key: 'probability',
      title: say(language, panelRanking.probability, { places: desk.key.fundable }),
      numeric: true,
      cell: ({ probabilityAbove }) =>
        probabilityAbove === null
          ? '–'
          : say(language, panelRanking.percent, { percent: number(100 * probabilityAbove, 0) }),
    },
  ];
  return (
    <Table
      caption={say(language, panelRanking.caption, { count: desk.counts.all })}
      rows={desk.rows}
      keyOf={(row) => row.applicationId}
      columns={[
        ...columns,
        ...(hasIntervals ? sure : []),
        {
          key: 'line',
          title: panelRanking.line,
          cell: ({ group }) => group !== null && <Tag tone={TONES[group]}>{groups[group]}</Tag>,
        },
      ]}
    />
  );
}

function Expected({ row, desk }: { row: RankingRow; desk: RankingDesk }) {
  const { words, language, number } = useWords();
  const { panelRanking } = words;
  const { expectedRank, rank50, rank90 } = row;
  if (expectedRank === null || rank50 === null || rank90 === null) return '–';
  const label = say(language, panelRanking.interval, {
    from: number(rank90.from, 0),
    to: number(rank90.to, 0),
    from50: number(rank50.from, 0),
    to50: number(rank50.to, 0),
  });
  return (
    <>
      {number(expectedRank, 1)}
      <span className="soft block">
        {say(language, panelRanking.likely, { from: number(rank90.from, 0), to: number(rank90.to, 0) })}
      </span>
      <RankBar place={row} count={desk.counts.all - desk.counts.unscored} fundable={desk.key.fundable} label={label} />
    </>
  );
}
