import { Table } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import { PRACTICE_CRITERIA, type PracticeCriterion, type PracticeScores } from '../rules/practice.ts';

/** Her scores beside the worked ones, with the reason of each. */
export function ComparedScores(props: {
  compared: { mine: PracticeScores; worked: PracticeScores };
  because: Readonly<Record<PracticeCriterion, string>>;
}) {
  const { words, number } = useWords();
  const text = words.panelPractice;
  const shown = (score: number | null) => (score === null ? text.none : number(score));
  return (
    <section id="compared" aria-label={text.comparedTitle}>
      <Table
        caption={text.comparedTitle}
        rows={PRACTICE_CRITERIA.map((criterion) => ({ criterion }))}
        keyOf={({ criterion }) => criterion}
        columns={[
          {
            key: 'criterion',
            title: text.criterion,
            heading: true,
            cell: ({ criterion }) => text.criteria[criterion].name,
          },
          {
            key: 'mine',
            title: text.yours,
            numeric: true,
            cell: ({ criterion }) => shown(props.compared.mine[criterion]),
          },
          {
            key: 'ours',
            title: text.ours,
            numeric: true,
            cell: ({ criterion }) => shown(props.compared.worked[criterion]),
          },
          { key: 'because', title: text.because, cell: ({ criterion }) => props.because[criterion] },
        ]}
      />
    </section>
  );
}
