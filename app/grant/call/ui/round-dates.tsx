import { CallText } from '#app/ui/call-text.tsx';
import { Steps, Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallPage } from '../queries/call-page.server.ts';

type Round = Pick<CallPage, 'timeline' | 'timeZone'>;

/** Every date of a round in its order: what is over, what comes next, and where to be. */
export function RoundDates({ round }: { round: Round }) {
  const { words } = useWords();
  return (
    <Steps
      steps={round.timeline.map((date) => ({
        key: date.id,
        title: words.plan.kinds[date.kind],
        state: date.state,
        note: <DateNote date={date} timeZone={round.timeZone} />,
      }))}
    />
  );
}

function DateNote({ date, timeZone }: { date: Round['timeline'][number]; timeZone: string }) {
  const { words, language, deadline, time } = useWords();
  const from = deadline(date.startsAt, timeZone);
  return (
    <>
      <p>
        <time dateTime={new Date(date.startsAt).toISOString()}>
          {date.endsAt === null
            ? from
            : say(language, words.plan.timelineUntil, { from, until: time(date.endsAt, timeZone) })}
        </time>{' '}
        {date.state === 'now' && <Tag tone="brand">{words.plan.timelineNext}</Tag>}
        {date.state === 'past' && <Tag>{words.plan.timelinePast}</Tag>}
      </p>
      {date.place !== '' && (
        <p>
          <Place place={date.place} />
        </p>
      )}
    </>
  );
}

/** A place that is nothing but a link can be followed. */
function Place({ place }: { place: string }) {
  if (!/^https:\/\/\S+$/.test(place)) return <CallText text={place} />;
  return (
    <a href={place} rel="noreferrer">
      {place}
    </a>
  );
}
