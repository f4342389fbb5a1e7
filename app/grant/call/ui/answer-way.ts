import type { Words } from '#app/words/use-words.ts';
import type { CallQuestion } from '../queries/call-facts.server.ts';

/** In which ways a question may be answered, in words. */
export function answerWay({ call }: Words, { kind, byVoice, byVideo }: CallQuestion): string {
  if (kind === 'recording') {
    if (byVoice && byVideo) return call.recordedBoth;
    return byVideo ? call.recordedVideo : call.recordedVoice;
  }
  if (byVoice && byVideo) return call.spokenBoth;
  if (byVideo) return call.spokenVideo;
  return byVoice ? call.spokenVoice : call.questionKinds[kind];
}
