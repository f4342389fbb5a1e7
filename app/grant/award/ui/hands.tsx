import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { DeskOther } from '../queries/decision-desk.server.ts';

/** Who wrote an application down for its group, and who helped with it: said where it is decided. */
export function Hands({ hands }: { hands: DeskOther['hands'] }) {
  const { words, language, list } = useWords();
  const { handsOn: text } = words;
  if (hands === null) return null;
  return (
    <p className="soft" dir="auto">
      {hands.writtenBy !== null && say(language, text.writtenBy, { who: hands.writtenBy })}{' '}
      {hands.helpedBy.length > 0 && say(language, text.helpedBy, { who: list(hands.helpedBy, 'and') })}
    </p>
  );
}
