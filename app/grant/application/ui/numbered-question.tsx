import { CallText, useCallLanguage } from '#app/ui/call-text.tsx';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';

/** A question of the call with its number, in the language of the call: "3. What will you do?" */
export function NumberedQuestion({ question }: { question: { readonly position: number; readonly label: string } }) {
  const { position, label } = question;
  const { words, language } = wordsIn(useCallLanguage());
  return <CallText text={say(language, words.application.taskQuestion, { position, label })} />;
}
