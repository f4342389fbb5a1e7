import { Empty, Notice, Table } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { StatementDesk } from '../queries/statement-desk.server.ts';

/** The files that were brought, newest first, and where one is missing between. */
export function StatementFiles({ desk }: { desk: StatementDesk }) {
  const { words, language, date, number } = useWords();
  const { statements } = words;
  const day = (text: string) => date(Date.parse(text), 'UTC');
  return (
    <section>
      <h2>{statements.importsTitle}</h2>
      {desk.imports.some(({ hasGap }) => hasGap) && <Notice tone="warn">{statements.gap}</Notice>}
      {desk.imports.length === 0 ? (
        <Empty title={statements.importsNone} />
      ) : (
        <Table
          caption={statements.importsTitle}
          quietCaption
          rows={desk.imports}
          keyOf={(row) => row.id}
          columns={[
            {
              key: 'file',
              title: statements.file,
              heading: true,
              cell: (row) => <bdi>{row.hasGap ? `⚠ ${row.fileName}` : row.fileName}</bdi>,
            },
            {
              key: 'account',
              title: statements.account,
              cell: (row) =>
                row.accountEnding === '' ? '–' : say(language, statements.accountEnding, { ending: row.accountEnding }),
            },
            {
              key: 'days',
              title: statements.days,
              cell: (row) =>
                row.firstDay === ''
                  ? '–'
                  : say(language, statements.daysFromTo, { from: day(row.firstDay), to: day(row.lastDay) }),
            },
            { key: 'lines', title: statements.lines, numeric: true, cell: (row) => number(row.linesCount) },
            { key: 'by', title: statements.broughtBy, cell: (row) => row.importedBy },
          ]}
        />
      )}
    </section>
  );
}
