import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ScoringSheet } from '../queries/scoring-sheet.server.ts';

/** What the scores come to so far; where scripts run it follows every choice. */
export function RunningTotal({ criteria, sheet }: Pick<ScoringSheet, 'criteria' | 'sheet'>) {
  const { words, language, number } = useWords();
  const { panelReview } = words;
  const all = criteria.length;
  const answered = Object.keys(sheet?.scores ?? {}).length;
  const mean = sheet?.meanMilli ?? null;
  const sentences = {
    total: say(language, panelReview.total, { mean: '{mean}', answered: '{answered}', all }),
    none: say(language, panelReview.totalNone, { answered: '{answered}', all }),
  };
  return (
    <p className="running-total" data-total data-words={JSON.stringify(sentences)}>
      {mean === null
        ? say(language, panelReview.totalNone, { answered, all })
        : say(language, panelReview.total, { mean: number(mean / 1000, 2), answered, all })}
    </p>
  );
}
