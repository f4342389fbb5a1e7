import type { ReactNode } from 'react';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { PRACTICE_CRITERIA, type PracticeCriterion, type PracticeScores } from '../rules/practice.ts';

/** Her scores beside the worked ones, with the reason of each. */
export function ComparedScores(props: {
  compared: { mine: PracticeScores; worked: PracticeScores };
  because: Readonly<Record<PracticeCriterion, string>>;
  /** Where she goes from here. */
  children: ReactNode;
}) {
  const { words, language, number } = useWords();
  const text = words.panelPractice;
  const shown = (score: number | null) => (score === null ? text.none : number(score));
  const { mine, worked } = props.compared;
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">{text.comparedTitle}</h2>
      <div className="stack">
        {PRACTICE_CRITERIA.map((criterion) => (
          <div key={criterion} className="card">
            <h3>{text.criteria[criterion].name}</h3>
            <p>
              <strong>
                {say(language, text.compared, { mine: shown(mine[criterion]), ours: shown(worked[criterion]) })}
              </strong>
            </p>
            <p>{props.because[criterion]}</p>
          </div>
        ))}
        {props.children}
      </div>
    </section>
  );
}
