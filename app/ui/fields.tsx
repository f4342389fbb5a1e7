import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { useField } from './form.tsx';

type Labelled = { name: string; label: ReactNode; hint?: ReactNode; className?: string };

function Shell(props: Labelled & { field: ReturnType<typeof useField>; children: ReactNode }) {
  const { words } = useWords();
  const { field } = props;
  return (
    <div className={`field${field.error === undefined ? '' : ' wrong'}${props.className ? ` ${props.className}` : ''}`}>
      <label htmlFor={field.id}>{props.label}</label>
      {props.hint !== undefined && (
        <div className="hint" id={field.hintId}>
          {props.hint}
        </div>
      )}
      {field.error !== undefined && (
        <p className="field-error" id={field.errorId}>
          <span className="quiet">{words.common.errorPrefix}</span> {field.error}
        </p>
      )}
      {props.children}
    </div>
  );
}

export function TextField(
  props: Labelled & {
    type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'datetime-local' | 'date' | 'time' | 'number';
    autoComplete?: HTMLInputAutoCompleteAttribute;
    inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'text';
    short?: boolean;
    maxLength?: number;
    dir?: 'auto' | 'ltr';
    lang?: string;
    spellCheck?: boolean;
    /** What has been written here before; something else may be written all the same. */
    suggestions?: readonly string[];
  },
) {
  const field = useField(props.name, props.hint !== undefined);
  const listId = props.suggestions === undefined ? undefined : `${field.id}-list`;
  return (
    <Shell {...props} field={field}>
      <input
        list={listId}
        className={`input${props.short ? ' short' : ''}`}
        id={field.id}
        name={field.name}
        type={props.type ?? 'text'}
        defaultValue={field.value}
        autoComplete={props.autoComplete ?? 'off'}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        dir={props.dir ?? 'auto'}
        lang={props.lang}
        spellCheck={props.spellCheck}
        aria-invalid={field.error !== undefined || undefined}
        aria-describedby={field.describedBy}
      />
      {props.suggestions !== undefined && (
        <datalist id={listId}>
          {props.suggestions.map((suggestion) => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </Shell>
  );
}

/** A long answer; with `wordsMax` it counts words as they are typed where scripts run. */
export function TextArea(props: Labelled & { rows?: number; wordsMax?: number; lang?: string; save?: string }) {
  const { words, language } = useWords();
  const field = useField(props.name, props.hint !== undefined);
  return (
    <Shell {...props} field={field}>
      <textarea
        className="input"
        id={field.id}
        name={field.name}
        rows={props.rows ?? 5}
        defaultValue={field.value}
        dir="auto"
        lang={props.lang}
        aria-invalid={field.error !== undefined || undefined}
        aria-describedby={field.describedBy}
        data-words-max={props.wordsMax}
        data-save={props.save}
      />
      {props.wordsMax !== undefined && (
        <p
          className="counter"
          data-counter-for={field.id}
          data-max={props.wordsMax}
          data-words={say(language, words.common.wordsOf, { count: '{count}', max: props.wordsMax })}
        >
          {say(language, words.common.wordsMax, { max: props.wordsMax })}
        </p>
      )}
    </Shell>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** One of several (`type` radio) or any of several (`type` checkbox). */
export function Choices(props: Labelled & { type: 'radio' | 'checkbox'; choices: readonly Choice[] }) {
  const { words } = useWords();
  const field = useField(props.name, props.hint !== undefined);
  return (
    <fieldset
      className={`field${field.error === undefined ? '' : ' wrong'}${props.className ? ` ${props.className}` : ''}`}
      aria-describedby={field.describedBy}
    >
      <legend>{props.label}</legend>
      {props.hint !== undefined && (
        <div className="hint" id={field.hintId}>
          {props.hint}
        </div>
      )}
      {field.error !== undefined && (
        <p className="field-error" id={field.errorId}>
          <span className="quiet">{words.common.errorPrefix}</span> {field.error}
        </p>
      )}
      {props.choices.map((choice, place) => (
        <label className="choice" key={choice.value}>
          <input
            id={place === 0 ? field.id : undefined}
            type={props.type}
            name={field.name}
            value={choice.value}
            defaultChecked={field.values.includes(choice.value)}
            disabled={choice.disabled}
          />
          <span>
            {choice.label}
            {choice.hint !== undefined && <small>{choice.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** One yes-or-no: "I agree…". Posts "on". */
export function Tick(props: Labelled) {
  const { words } = useWords();
  const field = useField(props.name, props.hint !== undefined);
  return (
    <div className={`field${field.error === undefined ? '' : ' wrong'}`}>
      {field.error !== undefined && (
        <p className="field-error" id={field.errorId}>
          <span className="quiet">{words.common.errorPrefix}</span> {field.error}
        </p>
      )}
      <label className="choice">
        <input
          id={field.id}
          type="checkbox"
          name={field.name}
          defaultChecked={field.value === 'on'}
          aria-invalid={field.error !== undefined || undefined}
          aria-describedby={field.describedBy}
        />
        <span>
          {props.label}
          {props.hint !== undefined && <small id={field.hintId}>{props.hint}</small>}
        </span>
      </label>
    </div>
  );
}

type Option = { value: string; label: string; lang?: string };

export function Select(props: Labelled & { choices: readonly Option[]; short?: boolean }) {
  const field = useField(props.name, props.hint !== undefined);
  return (
    <Shell {...props} field={field}>
      <select
        className={`input${props.short ? ' short' : ''}`}
        id={field.id}
        name={field.name}
        defaultValue={field.value}
        aria-invalid={field.error !== undefined || undefined}
        aria-describedby={field.describedBy}
      >
        {props.choices.map((choice) => (
          <option key={choice.value} value={choice.value} lang={choice.lang}>
            {choice.label}
          </option>
        ))}
      </select>
    </Shell>
  );
}

export function Hidden(props: { name: string; value: string | number }) {
  return <input type="hidden" name={props.name} value={props.value} />;
}
