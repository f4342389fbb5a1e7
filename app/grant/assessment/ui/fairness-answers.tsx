import { Tag, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { FairnessAnswer } from '../queries/fairness.server.ts';

/** What was said to the figures, each time they were others. */
export function FairnessAnswers({ answers, timeZone }: { answers: readonly FairnessAnswer[]; timeZone: string }) {
  const { words, language, dateTime } = useWords();
  const { panelFairness } = words;
  if (answers.length === 0) return null;
  return (
    <section>
      <h2>{panelFairness.earlier}</h2>
      {answers.map((answer) => (
        <div className="card" key={answer.at}>
          <p className="row">
            <strong>{say(language, panelFairness.by, { by: answer.by, when: dateTime(answer.at, timeZone) })}</strong>
            <Tag tone={answer.isOfNow ? 'good' : 'plain'}>
              {answer.isOfNow ? panelFairness.ofNow : panelFairness.ofBefore}
            </Tag>
          </p>
          <Written text={answer.response} />
        </div>
      ))}
    </section>
  );
}
