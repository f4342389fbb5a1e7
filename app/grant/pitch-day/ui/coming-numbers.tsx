import { Facts } from '#app/ui/pieces.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ComingList } from '../queries/coming-list.server.ts';

/** What the kitchen, the crèche and the interpreters want to know: numbers without names. */
export function ComingNumbers({ page }: { page: Omit<ComingList, 'comers'> }) {
  const { words, language, list, date } = useWords();
  const { comingDesk: text } = words;
  const { numbers, places, call, erasedAt } = page;
  const languages = Object.entries(numbers.interpreters).map(([tag, count]) =>
    say(language, text.interpretersOf, { language: languageName(tag), count }),
  );
  return (
    <section aria-labelledby="numbers">
      <h2 id="numbers">{text.numbersTitle}</h2>
      <Facts
        facts={[
          [
            text.coming,
            places === null ? numbers.coming : say(language, text.comingOf, { coming: numbers.coming, places }),
          ],
          [text.waiting, numbers.waiting],
          [text.came, numbers.came],
          [text.children, numbers.children],
          [text.interpreters, languages.length === 0 ? text.none : list(languages)],
          [text.food, numbers.food],
          [text.travelMoney, numbers.travelMoney],
        ]}
      />
      {erasedAt === null ? (
        <p className="soft">{text.privacy}</p>
      ) : (
        <p className="soft">{say(language, text.erased, { when: date(erasedAt, call.timeZone) })}</p>
      )}
    </section>
  );
}
