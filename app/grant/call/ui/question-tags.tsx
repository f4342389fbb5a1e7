import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallQuestion } from '../queries/call-facts.server.ts';
import { minutesFor } from '../rules/minutes.ts';

/** How a question may be answered, how long that takes, and whether it has to be. */
export function QuestionTags({ question }: { question: CallQuestion }) {
  const { words, language } = useWords();
  return (
    <p className="row tags">
      <Tag tone={question.byVoice || question.byVideo ? 'brand' : 'plain'}>{useAnswerWay(question)}</Tag>
      {question.wordsMax > 0 && <Tag>{say(language, words.call.questionWords, { max: question.wordsMax })}</Tag>}
      <Tag>{say(language, words.call.questionMinutes, { minutes: minutesFor(question) })}</Tag>
      <Tag tone={question.required ? 'warn' : 'plain'}>
        {question.required ? words.call.questionNeeded : words.call.questionOptional}
      </Tag>
    </p>
  );
}

function useAnswerWay({ kind, byVoice, byVideo }: CallQuestion): string {
  const { call } = useWords().words;
  if (kind === 'recording') {
    if (byVoice && byVideo) return call.recordedBoth;
    return byVideo ? call.recordedVideo : call.recordedVoice;
  }
  if (byVoice && byVideo) return call.spokenBoth;
  if (byVideo) return call.spokenVideo;
  return byVoice ? call.spokenVoice : call.questionKinds[kind];
}
