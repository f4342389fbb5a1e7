import { Table } from '#app/ui/pieces.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MentorCard } from '../queries/mentor-list.server.ts';

/** The mentors of one partner: who knows what, and who has time. */
export function MentorTable({ partnerName, mentors }: { partnerName: string; mentors: readonly MentorCard[] }) {
  const { words, language, list } = useWords();
  const { mentoring } = words;
  if (mentors.length === 0) return null;
  return (
    <Table
      caption={say(language, mentoring.mentorsCaption, { partner: partnerName })}
      rows={mentors}
      keyOf={(row) => row.mentorId}
      columns={[
        {
          key: 'name',
          title: mentoring.mentor,
          heading: true,
          cell: (row) => (
            <>
              <span dir="auto">{row.name}</span>{' '}
              <small className="soft">{say(language, mentoring.groups, { count: row.groups })}</small>
            </>
          ),
        },
        { key: 'speaks', title: mentoring.speaks, cell: (row) => list(row.languages.map(languageName)) },
        { key: 'knows', title: mentoring.knows, cell: (row) => list(row.skills) },
        { key: 'city', title: mentoring.city, cell: (row) => row.city },
        {
          key: 'hours',
          title: mentoring.hours,
          numeric: true,
          cell: (row) => say(language, mentoring.hoursOf, { free: row.freeHours, all: row.hoursAMonth }),
        },
      ]}
    />
  );
}
