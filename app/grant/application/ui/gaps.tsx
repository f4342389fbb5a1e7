import { paths } from '#app/paths.ts';
import { fieldId } from '#app/ui/form.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MyApplication } from '../queries/my-application.server.ts';
import type { Gap } from '../rules/submitting.ts';

/** What is still missing, each with a link that leads there. */
export function Gaps({ mine }: { mine: MyApplication }) {
  const { words } = useWords();
  const sentence = useGapSentence(mine);
  const text = words.application;
  if (mine.gaps.length === 0) {
    return (
      <Notice tone="good">
        <p>{text.checkNoGaps}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title={text.checkGaps}>
      <ul>
        {mine.gaps.map((gap) => (
          <li key={keyOf(gap)}>
            <a href={placeOf(mine.id, gap)}>{sentence(gap)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function useGapSentence(mine: MyApplication): (gap: Gap) => string {
  const { words, language, money } = useWords();
  const { gaps, missing, answerFaults } = words.application;
  return (gap) => {
    if (gap.kind === 'details-missing') return missing[gap.detail];
    if (gap.kind === 'amount-too-high') {
      return say(language, gaps['amount-too-high'], { max: money(gap.awardMaxMinor, mine.call.currency) });
    }
    const question = mine.questions.find((asked) => asked.id === gap.questionId);
    const position = question?.position ?? 0;
    if (gap.kind === 'answers-missing')
      return say(language, gaps[gap.kind], { position, label: question?.label ?? '' });
    if (gap.kind === 'too-many-words')
      return say(language, gaps[gap.kind], { position, words: gap.words, max: gap.wordsMax });
    if (gap.kind === 'answer-unreadable')
      return say(language, gaps[gap.kind], { position, fault: answerFaults[gap.fault] });
    return say(language, gaps[gap.kind], { position });
  };
}

function keyOf(gap: Gap): string {
  const where = 'questionId' in gap ? gap.questionId : gap.kind === 'details-missing' ? gap.detail : '';
  return `${gap.kind}-${where}`;
}

function placeOf(applicationId: string, gap: Gap): string {
  if (gap.kind === 'details-missing' || gap.kind === 'amount-too-high') {
    const detail = gap.kind === 'amount-too-high' ? 'amountMinor' : gap.detail;
    return `${paths.applyDetails({ applicationId })}#${fieldId(detail === 'amountMinor' ? 'amount' : detail)}`;
  }
  const { questionId } = gap;
  if (gap.kind === 'text-not-approved') return paths.applySpokenTexts({ applicationId, questionId });
  const isSent = gap.kind === 'video-not-ready' || gap.kind === 'video-too-long';
  return `${paths.applyQuestion({ applicationId, questionId })}#${fieldId(isSent ? 'media' : 'text')}`;
}
