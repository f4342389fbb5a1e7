import { Choices, TextArea } from '#app/ui/fields.tsx';
import { useWords } from '#app/words/use-words.ts';
import { FINDINGS, NOTE_WORDS_MAX } from '../rules/eligibility.ts';

type Item = { readonly id: string; readonly statement: string };

/** What was found, which of the call's own sentences do not fit, and what to tell the applicant. */
export function FindingFields({ items }: { items: readonly Item[] }) {
  const { words } = useWords();
  const text = words.eligibilityDesk;
  return (
    <>
      <Choices
        type="radio"
        name="outcome"
        label={text.outcome}
        choices={FINDINGS.map((value) => ({
          value,
          label: text.outcomeChoices[value],
          hint: text.outcomeHints[value],
        }))}
      />
      {items.length > 0 && (
        <Choices
          type="checkbox"
          name="reasons"
          label={text.reasons}
          hint={text.reasonsHint}
          choices={items.map(({ id, statement }) => ({ value: id, label: <span dir="auto">{statement}</span> }))}
        />
      )}
      <TextArea name="note" label={text.note} hint={text.noteHint} rows={4} wordsMax={NOTE_WORDS_MAX} />
    </>
  );
}
