import { useField } from '#app/ui/form.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { fieldNames } from '../forms.ts';
import type { DeskRow } from '../queries/shortlist-desk.server.ts';

const CHOICES = ['shortlisted', 'not-shortlisted'] as const;

/** Yes or no inside a row of the ranking, with room for a reason of its own. */
export function DecisionField({ row }: { row: DeskRow }) {
  const { words, language } = useWords();
  const { common, assessment } = words;
  const decision = useField(fieldNames.decision(row.applicationId), false);
  const reason = useField(fieldNames.reason(row.applicationId), true);
  return (
    <>
      <fieldset className="yes-no" aria-describedby={decision.describedBy}>
        <legend className="quiet">{say(language, assessment.choiceFor, { title: row.title })}</legend>
        {decision.error !== undefined && (
          <p className="field-error" id={decision.errorId}>
            {decision.error}
          </p>
        )}
        {CHOICES.map((choice, place) => (
          <label key={choice} className="choice">
            <input
              id={place === 0 ? decision.id : undefined}
              type="radio"
              name={decision.name}
              value={choice}
              defaultChecked={decision.value === choice}
            />
            <span>{choice === 'shortlisted' ? common.yes : common.no}</span>
          </label>
        ))}
      </fieldset>
      <details open={reason.value !== '' || reason.error !== undefined}>
        <summary>{assessment.ownReason}</summary>
        <label className="quiet" htmlFor={reason.id}>
          {say(language, assessment.ownReasonFor, { title: row.title })}
        </label>
        <p className="hint" id={reason.hintId}>
          {assessment.ownReasonHint}
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
      </details>
    </>
  );
}
