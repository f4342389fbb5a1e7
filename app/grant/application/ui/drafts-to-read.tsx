import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { helpInbox } from '../queries/help-inbox.server.ts';

type Readings = NonNullable<ReturnType<typeof helpInbox>>['readings'];

/** Drafts that were lent to be read, whoever waits longest first. */
export function DraftsToRead(props: { readings: Readings; later: number; timeZone: string }) {
  const { words, language, dateTime } = useWords();
  const { helpDesk: desk } = words;
  if (props.readings.length === 0) return null;
  return (
    <section>
      <h2>{desk.readings}</h2>
      <ul>
        {props.readings.map(({ id, reference, askedAt }) => (
          <li key={id}>
            <a href={paths.staffReading({ readingId: id })}>
              {say(language, desk.readingOf, { reference, when: dateTime(askedAt, props.timeZone) })}
            </a>
          </li>
        ))}
      </ul>
      {props.later > 0 && <p>{say(language, desk.readingsLater, { count: props.later })}</p>}
    </section>
  );
}
