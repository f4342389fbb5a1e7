import type { Words } from '#app/words/use-words.ts';
import type { CallQuestion } from '../queries/call-facts.server.ts';

/** In which ways a question may be answered, in words. */
export function answerWay({ call }: Words, { kind, byVideo }: CallQuestion): string {
  if (kind === 'recording') return call.recordedVideo;
  return byVideo ? call.spokenVideo : call.questionKinds[kind];
}
