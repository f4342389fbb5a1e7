import { useField } from '#app/ui/form.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { Booth } from '../queries/booth.server.ts';

/** The groups to read, then one list to choose from for each place: first choice, second choice, and so on. */
export function RankedOptions({ booth }: { booth: Booth }) {
  const { pitchDay, rankedVote } = useWords().words;
  const field = useField('choice', true);
  const places = rankedVote.places.slice(0, booth.maxChoices);
  return (
    <>
      <h2>{rankedVote.groups}</h2>
      <ul>
        {booth.options.map((option) => (
          <li key={option.choice}>
            <strong dir="auto">{option.title}</strong>
            {option.line !== null && (
              <span className="block" dir="auto" lang={option.line.language}>
                {option.line.text}
              </span>
            )}
          </li>
        ))}
      </ul>
      <fieldset className={`field${field.error === undefined ? '' : ' wrong'}`} aria-describedby={field.describedBy}>
        <legend>{pitchDay.boothChoices}</legend>
        <div className="hint" id={field.hintId}>
          {rankedVote.hint}
        </div>
        {field.error !== undefined && (
          <p className="field-error" id={field.errorId}>
            {field.error}
          </p>
        )}
        <input type="hidden" name="order" value={booth.options.map((option) => option.choice).join(' ')} />
        {places.map((label, place) => (
          <div key={label} className="field">
            <label htmlFor={place === 0 ? field.id : `rank-${place}`}>{label}</label>
            <select
              id={place === 0 ? field.id : `rank-${place}`}
              className="input"
              name="choice"
              defaultValue={field.values[place] ?? ''}
            >
              <option value="">{place === 0 ? rankedVote.choose : rankedVote.none}</option>
              {booth.options.map((option) => (
                <option key={option.choice} value={option.choice} dir="auto">
                  {option.title}
                </option>
              ))}
            </select>
          </div>
        ))}
      </fieldset>
    </>
  );
}
