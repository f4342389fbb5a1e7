import { CALL_LANGUAGE, CallText } from '#app/ui/call-text.tsx';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';

const { taskQuestion } = wordsIn(CALL_LANGUAGE).words.application;

/** A question of the call with its number, in the language of the call: "3. What will you do?" */
export function NumberedQuestion({ question }: { question: { readonly position: number; readonly label: string } }) {
  const { position, label } = question;
  return <CallText text={say(CALL_LANGUAGE, taskQuestion, { position, label })} />;
}
