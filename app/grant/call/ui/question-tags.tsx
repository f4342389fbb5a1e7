import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallQuestion } from '../queries/call-facts.server.ts';
import { minutesFor } from '../rules/minutes.ts';
import { answerWay, spokenWay } from './answer-way.ts';

/** How a question may be answered, how long that takes, and whether it has to be. */
export function QuestionTags({ question }: { question: CallQuestion }) {
  const { words, language } = useWords();
  return (
    <p className="row tags">
      <Tag tone={spokenWay(question) !== null ? 'brand' : 'plain'}>{answerWay(words, question)}</Tag>
      {question.wordsMax > 0 && <Tag>{say(language, words.call.questionWords, { max: question.wordsMax })}</Tag>}
      <Tag>{say(language, words.call.questionMinutes, { minutes: minutesFor(question) })}</Tag>
      <Tag tone={question.required ? 'warn' : 'plain'}>
        {question.required ? words.call.questionNeeded : words.call.questionOptional}
      </Tag>
    </p>
  );
}
