import type { Column } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PanelPlace } from '../rules/panel-order.ts';

type Named = PanelPlace & {
  readonly reference: string;
  readonly title: string;
  readonly language: string;
  readonly groupName: string;
};

/** Rounded to thousandths, the same. */
const SAME = 0.0006;

/** The figures of a ranking, with every thousandth: whoever has the table can work out the ranks. */
export function useRankingColumns<Row extends Named>(): Column<Row>[] {
  const { words, language, number } = useWords();
  const { assessment } = words;
  const thousandths = (milli: number | null) => (milli === null ? '–' : number(milli / 1000, 3));
  return [
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
    {
      key: 'mean',
      title: assessment.mean,
      numeric: true,
      cell: (row) => (
        <>
          {thousandths(row.meanMilli)}
          {row.adjusted !== null && Math.abs(row.adjusted - (row.meanMilli ?? 0) / 1000) > SAME && (
            <span className="soft block">
              {say(language, words.panelRanking.adjustedSoft, { score: number(row.adjusted, 3) })}
            </span>
          )}
        </>
      ),
    },
    { key: 'spread', title: assessment.spread, numeric: true, cell: (row) => thousandths(row.spreadMilli) },
    {
      key: 'sheets',
      title: assessment.sheets,
      numeric: true,
      cell: (row) => (
        <>
          {number(row.sheets)}
          {row.notJudged > 0 && (
            <span className="soft block">{say(language, assessment.notJudged, { count: row.notJudged })}</span>
          )}
        </>
      ),
    },
  ];
}
