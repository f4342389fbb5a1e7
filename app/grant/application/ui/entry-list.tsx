import { paths } from '#app/paths.ts';
import { TaskList } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { entryDesk } from '../queries/staff-entries.server.ts';

type Entries = NonNullable<ReturnType<typeof entryDesk>>['entries'];

const TONES = { draft: 'warn', submitted: 'good', withdrawn: 'plain' } as const;

/** What the same member of staff is writing down in this call already. */
export function EntryList({ entries }: { entries: Entries }) {
  const { writtenDownDesk: desk } = useWords().words;
  if (entries.length === 0) return null;
  return (
    <section>
      <h2>{desk.listTitle}</h2>
      <TaskList
        tasks={entries.map(({ applicationId, forName, reference, state }) => ({
          key: applicationId,
          title: <bdi>{forName}</bdi>,
          to: paths.staffEntry({ applicationId }),
          hint: <bdi>{reference}</bdi>,
          state: { label: desk.states[state], tone: TONES[state] },
        }))}
      />
    </section>
  );
}
