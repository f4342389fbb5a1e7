import { CallText } from '#app/ui/call-text.tsx';
import { Card, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { draftReadings } from '../queries/draft-readings.server.ts';
import { DETAILS } from '../rules/draft-feedback.ts';

type Answered = NonNullable<ReturnType<typeof draftReadings>>['answered'][number];

/** What was said of a draft, each comment under what it is about. */
export function ReadingComments({ reading, timeZone }: { reading: Answered; timeZone: string }) {
  const { words, language, dateTime } = useWords();
  const text = words.help;
  return (
    <section>
      <h2>{say(language, text.readAnswered, { when: dateTime(reading.answeredAt, timeZone) })}</h2>
      <ul className="bare stack">
        {reading.comments.map(({ what, label, text: comment }) => (
          <Card as="li" key={what}>
            <p className="soft">
              {label === null ? what === DETAILS ? text.readDetails : text.readWhole : <CallText text={label} />}
            </p>
            <Written text={comment} />
          </Card>
        ))}
      </ul>
    </section>
  );
}
