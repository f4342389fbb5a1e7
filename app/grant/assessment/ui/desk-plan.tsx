import type { SerializeFrom } from '@remix-run/node';
import { type Column, Table } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords, type Words } from '#app/words/use-words.ts';
import type { GiveOutPlan } from '../queries/give-out-plan.server.ts';

type Plan = SerializeFrom<GiveOutPlan>;
type Member = Plan['members'][number];
type Unplaced = Plan['unplaced'][number];

/** So many applications without enough readers are named; the rest is counted. */
const UNPLACED_SHOWN = 100;

/** What each member would have, in minutes and by title. */
export function DeskPlan({ plan }: { plan: Plan }) {
  const { words, language, number } = useWords();
  const { assessment, giveOutDesk } = words;
  const columns: Column<Member>[] = [
    {
      key: 'member',
      title: giveOutDesk.member,
      heading: true,
      cell: (member) => (
        <>
          <bdi>{member.name}</bdi> <span className="soft block">{assessment.kinds[member.kind]}</span>
        </>
      ),
    },
    { key: 'before', title: giveOutDesk.before, numeric: true, cell: (member) => number(member.before) },
    {
      key: 'after',
      title: giveOutDesk.after,
      cell: (member) => (
        <>
          {number(member.after)}
          <Moved title={giveOutDesk.gets} moved={member.gets} />
          <Moved title={giveOutDesk.loses} moved={member.loses} />
        </>
      ),
    },
    {
      key: 'minutes',
      title: giveOutDesk.minutes,
      cell: (member) => (
        <>
          {say(language, giveOutDesk.minutesOf, { minutes: member.minutes, max: member.minutesMax })}{' '}
          <meter
            min={0}
            max={member.minutesMax}
            value={member.minutes}
            aria-label={`${giveOutDesk.minutes}: ${member.name}`}
          />
        </>
      ),
    },
  ];
  return (
    <Table
      caption={giveOutDesk.previewTitle}
      quietCaption
      rows={plan.members}
      keyOf={(member) => member.memberId}
      columns={columns}
    />
  );
}

type MovedWords = Words['giveOutDesk']['gets' | 'loses'];

function Moved({ title, moved }: { title: MovedWords; moved: Member['gets'] }) {
  const { words, language } = useWords();
  if (moved.count === 0) return null;
  const more = moved.count - moved.first.length;
  return (
    <details>
      <summary>{say(language, title, { count: moved.count })}</summary>
      <ul>
        {moved.first.map((row) => (
          <li key={row.applicationId}>
            {row.reference} <bdi lang={row.language}>{row.title}</bdi>
          </li>
        ))}
        {more > 0 && <li>{say(language, words.giveOutDesk.more, { count: more })}</li>}
      </ul>
    </details>
  );
}

/** Which applications lack readers, and in a sentence why. */
export function UnplacedList({ unplaced }: { unplaced: readonly Unplaced[] }) {
  const { words, language, number } = useWords();
  const { giveOutDesk } = words;
  if (unplaced.length === 0) return <p>{giveOutDesk.unplacedNone}</p>;
  const more = unplaced.length - UNPLACED_SHOWN;
  return (
    <>
      <p>{say(language, giveOutDesk.unplacedCount, { count: unplaced.length })}</p>
      <Table
        caption={giveOutDesk.unplacedTitle}
        quietCaption
        rows={unplaced.slice(0, UNPLACED_SHOWN)}
        keyOf={(row) => row.applicationId}
        columns={[
          {
            key: 'application',
            title: giveOutDesk.application,
            heading: true,
            cell: (row) => (
              <>
                {row.reference} <bdi lang={row.language}>{row.title}</bdi>
              </>
            ),
          },
          { key: 'missing', title: giveOutDesk.missing, numeric: true, cell: (row) => number(row.missing) },
          { key: 'why', title: giveOutDesk.why, cell: (row) => giveOutDesk.lacks[row.lack] },
        ]}
      />
      {more > 0 && <p>{say(language, giveOutDesk.more, { count: more })}</p>}
    </>
  );
}
