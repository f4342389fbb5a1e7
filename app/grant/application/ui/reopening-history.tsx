import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { reopeningDesk } from '../queries/reopening-desk.server.ts';

type Reopenings = NonNullable<ReturnType<typeof reopeningDesk>>['reopenings'];

/** What the applicant was asked to change, newest first, and what came of it. */
export function ReopeningHistory(props: { reopenings: Reopenings; timeZone: string }) {
  const { words, language, deadline } = useWords();
  const { history } = words.reopeningDesk;
  if (props.reopenings.length === 0) return null;
  const when = (at: number | null) => deadline(at ?? 0, props.timeZone);
  return (
    <ul>
      {props.reopenings.map((one) => (
        <li key={one.id}>
          <strong>
            {one.state === 'open'
              ? say(language, history.open, { from: when(one.reopenedAt), until: when(one.untilAt) })
              : one.state === 'over'
                ? say(language, history.over, { until: when(one.untilAt) })
                : say(language, history[one.state], { when: when(one.endedAt) })}
          </strong>
          {': '}
          <span dir="auto">{one.reason}</span>
        </li>
      ))}
    </ul>
  );
}
