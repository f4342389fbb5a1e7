import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallQuestion } from '../queries/call-facts.server.ts';

/** Every question as an applicant meets it; on paper with room to answer by hand. */
export function QuestionList(props: { questions: readonly CallQuestion[] }) {
  const { words, language } = useWords();
  return (
    <ol className="questions">
      {props.questions.map((question) => (
        <li key={question.id}>
          <p className="overline">
            {say(language, words.call.questionNumber, { number: question.position, count: props.questions.length })}
          </p>
          <h2 dir="auto">{question.label}</h2>
          {question.guidance !== '' && (
            <p className="soft" dir="auto">
              {question.guidance}
            </p>
          )}
          <p className="row tags">
            <Tag>{say(language, words.call.questionWords, { max: question.wordsMax })}</Tag>
            {question.byVideo && <Tag tone="brand">{words.call.questionByVideo}</Tag>}
            <Tag tone={question.required ? 'warn' : 'plain'}>
              {question.required ? words.call.questionNeeded : words.call.questionOptional}
            </Tag>
          </p>
          <div className={`answer-space ${spaceFor(question.wordsMax)}`} aria-hidden="true" />
        </li>
      ))}
    </ol>
  );
}

/** How much paper handwriting of so many words needs. */
function spaceFor(words: number): string {
  if (words <= 60) return 'few';
  return words <= 120 ? 'some' : 'many';
}
