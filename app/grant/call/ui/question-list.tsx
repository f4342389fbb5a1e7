import { CallText } from '#app/ui/call-text.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallQuestion } from '../queries/call-facts.server.ts';
import { hasWords } from '../rules/questions.ts';
import { sectionsOf } from '../rules/sections.ts';
import { QuestionTags } from './question-tags.tsx';

/** Every question as an applicant meets it; on paper with room to answer by hand. */
export function QuestionList({ questions }: { questions: readonly CallQuestion[] }) {
  return sectionsOf(questions).map(({ title, questions: inside }) => (
    <section key={title} aria-label={title === '' ? undefined : title}>
      {title !== '' && (
        <h2>
          <CallText text={title} />
        </h2>
      )}
      <ol className="questions">
        {inside.map((question) => (
          <li key={question.id}>
            <AskedQuestion question={question} all={questions} under={title === '' ? 'h2' : 'h3'} />
          </li>
        ))}
      </ol>
    </section>
  ));
}

function AskedQuestion(props: { question: CallQuestion; all: readonly CallQuestion[]; under: 'h2' | 'h3' }) {
  const { words, language } = useWords();
  const { question } = props;
  const Heading = props.under;
  return (
    <>
      <p className="overline">
        {say(language, words.call.questionNumber, { number: question.position, count: props.all.length })}
      </p>
      <Heading>
        <CallText text={question.label} />
      </Heading>
      <OnlyIf question={question} all={props.all} />
      {question.guidance !== '' && (
        <p className="soft">
          <CallText text={question.guidance} />
        </p>
      )}
      <QuestionTags question={question} />
      {question.options.length > 0 && (
        <>
          <p className="soft">{words.call.questionOptions}</p>
          <ul className="boxes">
            {question.options.map((option) => (
              <li key={option}>
                <CallText text={option} />
              </li>
            ))}
          </ul>
        </>
      )}
      {question.options.length === 0 && question.kind !== 'recording' && question.kind !== 'file' && (
        <div className={`answer-space ${spaceFor(question)}`} aria-hidden="true" />
      )}
    </>
  );
}

/** Of whom a question is asked, if not of everybody. */
export function OnlyIf({ question, all }: { question: CallQuestion; all: readonly CallQuestion[] }) {
  const { words, language, list } = useWords();
  const { onlyIf } = question;
  if (onlyIf === null) return null;
  const label = all.find(({ id }) => id === onlyIf.questionId)?.label ?? '';
  return (
    <p className="soft" dir="auto">
      {say(language, words.call.questionOnlyIf, { options: list(onlyIf.anyOf, 'or'), label })}
    </p>
  );
}

/** How much paper handwriting needs. */
function spaceFor({ kind, wordsMax }: CallQuestion): string {
  if (!hasWords(kind)) return kind === 'money-table' || kind === 'links' ? 'some' : 'few';
  if (wordsMax <= 60) return 'few';
  return wordsMax <= 120 ? 'some' : 'many';
}
