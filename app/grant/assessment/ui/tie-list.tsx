import { type Column, Empty, Table, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { TieDesk } from '../queries/tie-desk.server.ts';

type Counted = TieDesk['counts'][number];
type Tie = TieDesk['ties'][number];

/** How many ties each member has, and how many sheets they cost. */
export function TieCounts({ counts }: { counts: readonly Counted[] }) {
  const { words, number } = useWords();
  const { tieDesk } = words;
  const counted = (key: 'hard' | 'soft' | 'setAside' | 'notSaid'): Column<Counted> => ({
    key,
    title: tieDesk[key],
    numeric: true,
    cell: (row) => number(row[key]),
  });
  return (
    <section aria-labelledby="counts">
      <h2 id="counts">{tieDesk.countsTitle}</h2>
      <Table
        caption={tieDesk.countsTitle}
        quietCaption
        rows={counts}
        keyOf={(row) => row.memberId}
        columns={[
          { key: 'name', title: tieDesk.member, heading: true, cell: (row) => <bdi>{row.name}</bdi> },
          counted('hard'),
          counted('soft'),
          counted('setAside'),
          counted('notSaid'),
        ]}
      />
    </section>
  );
}

/** Every tie with who says so and why. */
export function TieList({ ties }: { ties: readonly Tie[] }) {
  const { words, language } = useWords();
  const { tieDesk } = words;
  return (
    <section aria-labelledby="ties">
      <h2 id="ties">{tieDesk.listTitle}</h2>
      {ties.length === 0 ? (
        <Empty title={tieDesk.listNone} />
      ) : (
        <Table
          caption={tieDesk.listTitle}
          quietCaption
          rows={ties}
          keyOf={(row) => `${row.memberId} ${row.applicationId}`}
          columns={[
            { key: 'member', title: tieDesk.member, heading: true, cell: (row) => <bdi>{row.member}</bdi> },
            {
              key: 'application',
              title: tieDesk.application,
              cell: (row) => (
                <>
                  {row.reference} <bdi lang={row.language}>{row.title}</bdi>
                </>
              ),
            },
            {
              key: 'level',
              title: tieDesk.level,
              cell: (row) => <Tag tone={row.level === 'hard' ? 'warn' : 'plain'}>{tieDesk.levels[row.level]}</Tag>,
            },
            {
              key: 'says',
              title: tieDesk.says,
              cell: (row) => (
                <>
                  {say(language, tieDesk.raisedBy[row.raisedBy], { name: row.raiser })}
                  {row.reason !== '' && row.raisedBy !== 'applicant' && (
                    <bdi className="soft block" dir="auto">
                      {row.reason}
                    </bdi>
                  )}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
