import type { Id } from '#app/kernel/id.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { Card, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { myHelp } from '../queries/my-help.server.ts';

type AskedOne = NonNullable<ReturnType<typeof myHelp>>['asked'][number];

/** Questions from inside an application, each with its answer, or with the word that one is coming. */
export function Asked(props: {
  asked: readonly AskedOne[];
  /** With them each question says what it is about; without, they stand on its page. */
  questions?: readonly { readonly id: Id; readonly label: string }[];
  partnerName: string;
  timeZone: string;
}) {
  const { words, language, dateTime } = useWords();
  const text = words.help;
  const { questions, partnerName: partner, timeZone } = props;
  return (
    <ul className="bare stack">
      {props.asked.map(({ id, questionId, text: question, askedAt, answer, answeredAt }) => (
        <Card as="li" key={id}>
          {questions !== undefined && (
            <p className="soft">
              <About label={questions.find(({ id }) => id === questionId)?.label} />
            </p>
          )}
          <Written text={question} />
          <p className="soft">{say(language, text.askedOn, { when: dateTime(askedAt, timeZone) })}</p>
          {answer === null || answeredAt === null ? (
            <p>
              <Tag tone="warn">{text.waiting}</Tag> <span>{text.waitingText}</span>
            </p>
          ) : (
            <>
              <p>
                <strong>{say(language, text.answeredOn, { partner, when: dateTime(answeredAt, timeZone) })}</strong>
              </p>
              <Written as="blockquote" text={answer} />
            </>
          )}
        </Card>
      ))}
    </ul>
  );
}

/** What a question is about: one of the call's, or the application as a whole. */
function About({ label }: { label: string | undefined }) {
  const { help } = useWords().words;
  return label === undefined ? help.aboutWhole : <CallText text={label} />;
}
