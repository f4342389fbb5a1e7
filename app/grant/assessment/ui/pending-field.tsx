import { Hidden } from '#app/ui/fields.tsx';
import { useField } from '#app/ui/form.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { rowNames } from '../forms/decision-forms.ts';
import type { DeskRow } from '../queries/shortlist-desk.server.ts';
import { PENDING } from '../rules/deciding/pending-names.ts';

/** What is chosen in a row of the ranking, with its reason and whether the group was near. */
export function PendingField({ row }: { row: DeskRow }) {
  const { words, language } = useWords();
  const { assessment, decisionDesk } = words;
  const decision = useField(rowNames.decision(row.applicationId), false);
  const reason = useField(rowNames.reason(row.applicationId), true);
  const nearly = useField(rowNames.nearly(row.applicationId), false);
  return (
    <>
      <fieldset className="yes-no" aria-describedby={decision.describedBy}>
        <legend className="quiet">{say(language, assessment.choiceFor, { title: row.title })}</legend>
        {decision.error !== undefined && (
          <p className="field-error" id={decision.errorId}>
            {decision.error}
          </p>
        )}
        {PENDING.map((choice, place) => (
          <label key={choice} className="choice">
            <input
              id={place === 0 ? decision.id : undefined}
              type="radio"
              name={decision.name}
              value={choice}
              defaultChecked={decision.value === choice}
            />
            <span>{decisionDesk.choices[choice]}</span>
          </label>
        ))}
      </fieldset>
      <details open={reason.error !== undefined}>
        <summary>{reason.value === '' ? decisionDesk.reasonNone : <bdi>{reason.value}</bdi>}</summary>
        <label className="quiet" htmlFor={reason.id}>
          {say(language, decisionDesk.reasonFor, { title: row.title })}
        </label>
        <p className="hint" id={reason.hintId}>
          {decisionDesk.reasonHint}
        </p>
        {reason.error !== undefined && (
          <p className="field-error" id={reason.errorId}>
            {reason.error}
          </p>
        )}
        <textarea
          className="input"
          id={reason.id}
          name={reason.name}
          rows={3}
          dir="auto"
          defaultValue={reason.value}
          aria-invalid={reason.error !== undefined || undefined}
          aria-describedby={reason.describedBy}
        />
        <label className="choice">
          <input type="checkbox" id={nearly.id} name={nearly.name} defaultChecked={nearly.value === 'on'} />
          <span>{decisionDesk.nearly}</span>
        </label>
      </details>
      <Hidden name={rowNames.shown(row.applicationId)} value={row.mark} />
    </>
  );
}
