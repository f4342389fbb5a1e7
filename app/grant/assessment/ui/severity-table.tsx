import { Table } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { RankingDesk } from '../queries/ranking-desk.server.ts';

/** Who gives more and who gives less than the others: for whoever runs the panel, and nobody else. */
export function SeverityTable({ reviewers }: { reviewers: RankingDesk['reviewers'] }) {
  const { words, language, number } = useWords();
  const { panelRanking } = words;
  const signed = (value: number) => `${value > 0 ? '+' : ''}${number(value, 2)}`;
  return (
    <details>
      <summary>{panelRanking.reviewersTitle}</summary>
      <p>{panelRanking.reviewersLead}</p>
      {reviewers.every(({ severity }) => severity === null) && <p>{panelRanking.reviewersNone}</p>}
      <Table
        caption={panelRanking.reviewersTitle}
        quietCaption
        rows={reviewers}
        keyOf={(row) => row.reviewer}
        columns={[
          { key: 'name', title: panelRanking.reviewer, heading: true, cell: ({ name }) => <bdi>{name}</bdi> },
          { key: 'count', title: panelRanking.reviewerCount, numeric: true, cell: ({ count }) => number(count) },
          { key: 'mean', title: panelRanking.reviewerMean, numeric: true, cell: ({ mean }) => number(mean, 2) },
          {
            key: 'severity',
            title: panelRanking.severity,
            numeric: true,
            cell: ({ severity, severity90 }) =>
              severity === null ? (
                '–'
              ) : (
                <>
                  {signed(severity)}
                  {severity90 !== null && (
                    <span className="soft block">
                      {say(language, panelRanking.range, { from: signed(severity90.from), to: signed(severity90.to) })}
                    </span>
                  )}
                </>
              ),
          },
        ]}
      />
    </details>
  );
}
