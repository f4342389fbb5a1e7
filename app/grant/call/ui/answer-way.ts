import type { Words } from '#app/words/use-words.ts';
import type { CallQuestion } from '../queries/call-facts.server.ts';

/** In which ways a question may be answered, in words. */
export function answerWay({ call }: Words, question: CallQuestion): string {
  const spoken = spokenWay(question);
  if (spoken === null) return call.questionKinds[question.kind];
  return question.kind === 'recording' ? call.recordedWays[spoken] : call.spokenWays[spoken];
}

/** In which ways something may be said instead of written. */
export function spokenWay({
  byVideo,
  byVoice,
}: Pick<CallQuestion, 'byVideo' | 'byVoice'>): 'video' | 'voice' | 'either' | null {
  if (byVideo && byVoice) return 'either';
  if (byVideo) return 'video';
  return byVoice ? 'voice' : null;
}
