import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** What a party asked for; nothing where it asked for nothing. */
export function Needs(props: {
  comer: {
    readonly children: number;
    readonly interpreter: string | null;
    readonly wantsTravelMoney: boolean;
    readonly food: string;
    readonly toKnow: string;
  };
}) {
  const { words, language } = useWords();
  const { comingDesk: text } = words;
  const { children, interpreter, wantsTravelMoney, food, toKnow } = props.comer;
  const needs = [
    ...(children === 0 ? [] : [say(language, text.needChildren, { count: children })]),
    ...(interpreter === null ? [] : [say(language, text.needInterpreter, { language: languageName(interpreter) })]),
    ...(wantsTravelMoney ? [text.needTravel] : []),
    ...(food === '' ? [] : [say(language, text.needFood, { words: food })]),
    ...(toKnow === '' ? [] : [toKnow]),
  ];
  if (needs.length === 0) return null;
  return (
    <ul>
      {needs.map((need) => (
        <li key={need} dir="auto" className="prewrap">
          {need}
        </li>
      ))}
    </ul>
  );
}
