import { Table } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ShownJudges } from '../queries/shown-judges.server.ts';

/** Each group's mean and how many judges it comes from, and who they were in numbers. */
export function JudgedResult({ judged }: { judged: ShownJudges }) {
  const { words, language, number } = useWords();
  const { judging } = words;
  if (judged.source === 'sheets') {
    return (
      <section>
        <h2>{judging.resultTitle}</h2>
        <p>{judging.resultInstead}</p>
      </section>
    );
  }
  const { judges, participants, sharePercent: share } = judged;
  return (
    <section>
      <h2>{judging.resultTitle}</h2>
      <p>
        {judging.resultLead} {say(language, judging.resultWho, { judges, participants, share })}
      </p>
      <Table
        caption={judging.resultTitle}
        quietCaption
        rows={judged.rows}
        keyOf={(row) => row.id}
        columns={[
          { key: 'group', title: judging.group, heading: true, cell: (row) => <span dir="auto">{row.title}</span> },
          {
            key: 'mean',
            title: judging.mean,
            numeric: true,
            cell: (row) => (row.meanMilli === null ? '–' : number(row.meanMilli / 1000, 2)),
          },
          { key: 'judges', title: judging.judges, numeric: true, cell: (row) => row.judges },
        ]}
      />
    </section>
  );
}
