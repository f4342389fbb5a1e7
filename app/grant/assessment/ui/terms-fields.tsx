import { Choices, Select, Tick } from '#app/ui/fields.tsx';
import { languageChoices } from '#app/words/language-choices.ts';
import { useWords } from '#app/words/use-words.ts';
import type { PayChoice } from '../rules/seat-terms.ts';
import { durationInWords, TIMES_A_DAY, TIMES_ALTOGETHER } from './duration.ts';

/** What the sign-up and the seat both ask: languages, time, pay, and what somebody needs. */
export function TermsFields(props: {
  likelyLanguages: readonly string[];
  payOffered: readonly PayChoice[];
  /** What stands there already, where it is none of the usual times. */
  minutesMax: number | null;
  minutesPerDay?: number | null;
}) {
  const { panelPeople: text } = useWords().words;
  return (
    <>
      <Choices
        type="checkbox"
        name="reads"
        label={text.reads}
        hint={text.readsHint}
        className="several"
        choices={languageChoices(props.likelyLanguages).map(({ value, label, lang }) => ({
          value,
          label: <bdi lang={lang}>{label}</bdi>,
        }))}
      />
      <TimeSelect name="minutesMax" label={text.minutesMax} times={TIMES_ALTOGETHER} now={props.minutesMax} />
      {props.minutesPerDay !== undefined && (
        <TimeSelect
          name="minutesPerDay"
          label={text.minutesPerDay}
          hint={text.minutesPerDayHint}
          times={TIMES_A_DAY}
          now={props.minutesPerDay}
        />
      )}
      {props.payOffered.length > 1 && (
        <Choices
          type="radio"
          name="payChoice"
          label={text.payAsked}
          hint={text.payAskedHint}
          choices={props.payOffered.map((choice) => ({ value: choice, label: text.payOptions[choice] }))}
        />
      )}
      <fieldset className="field">
        <legend>{text.needs}</legend>
        <Tick name="needsChildcare" label={text.needsChildcare} />
        <Tick name="needsTravel" label={text.needsTravel} />
      </fieldset>
    </>
  );
}

/** A choice of times, with the one that stands there already among them. */
export function TimeSelect(props: {
  name: string;
  label: string;
  hint?: string;
  times: readonly number[];
  now: number | null;
}) {
  const ways = useWords();
  const times = [...new Set([...props.times, ...(props.now === null ? [] : [props.now])])].sort(
    (one, other) => one - other,
  );
  return (
    <Select
      name={props.name}
      label={props.label}
      {...(props.hint === undefined ? {} : { hint: props.hint })}
      short
      choices={times.map((minutes) => ({ value: String(minutes), label: durationInWords(ways, minutes) }))}
    />
  );
}
