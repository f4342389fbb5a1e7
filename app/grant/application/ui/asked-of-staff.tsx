import { paths } from '#app/paths.ts';
import { Card, Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { helpInbox } from '../queries/help-inbox.server.ts';

type Question = NonNullable<ReturnType<typeof helpInbox>>['questions'][number];

/** Questions as staff see them: the words, the reference they came from, and the way to answer. */
export function AskedOfStaff(props: { questions: readonly Question[]; timeZone: string }) {
  const { words, language, dateTime } = useWords();
  const text = words.help;
  const desk = words.helpDesk;
  return (
    <ul className="bare stack">
      {props.questions.map(({ id, reference, about, text: question, askedAt, answeredAt, publishedAt }) => (
        <Card as="li" key={id}>
          <p className="soft">{say(language, desk.from, { reference, when: dateTime(askedAt, props.timeZone) })}</p>
          <Written text={question} />
          <p className="soft" dir="auto">
            {say(language, desk.about, { what: about ?? text.aboutWhole })}
          </p>
          <p className="row">
            <a href={paths.staffHelpQuestion({ helpQuestionId: id })}>
              {say(language, answeredAt === null ? desk.toAnswer : desk.toSeeAnswer, { reference })}
            </a>
            {publishedAt !== null && <Tag tone="good">{desk.published}</Tag>}
          </p>
        </Card>
      ))}
    </ul>
  );
}
