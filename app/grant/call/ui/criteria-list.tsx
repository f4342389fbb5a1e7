import { CallText } from '#app/ui/call-text.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallCriterion } from '../queries/call-facts.server.ts';

/** What the panel scores, how much each point counts, and what every score means. */
export function CriteriaList(props: { criteria: readonly CallCriterion[]; open?: boolean }) {
  const { words, language } = useWords();
  return (
    <ul className="criteria">
      {props.criteria.map((criterion) => (
        <li key={criterion.id} className="card">
          <p className="row apart">
            <strong>
              <CallText text={criterion.name} />
            </strong>
            <span className="soft">
              {words.call.criterionWeight} {say(language, words.call.percent, { percent: criterion.weightPercent })}
            </span>
          </p>
          <p>
            <CallText text={criterion.question} />
          </p>
          <details open={props.open}>
            <summary>{words.call.anchorsTitle}</summary>
            <dl className="anchors">
              {criterion.anchors.map((anchor) => (
                <div key={anchor.score}>
                  <dt>{say(language, words.call.score, { score: anchor.score })}</dt>
                  <dd>
                    <CallText text={anchor.words} />
                  </dd>
                </div>
              ))}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  );
}
