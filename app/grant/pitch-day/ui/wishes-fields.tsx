import { LANGUAGES } from '#app/kernel/languages.ts';
import { Select, TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { languageName } from '#app/words/language-name.ts';
import { useWords } from '#app/words/use-words.ts';

/** Who comes: the only fields besides a contact that must be filled in. */
export function WhoFields() {
  const { coming } = useWords().words;
  return (
    <>
      <TextField name="name" label={coming.name} hint={coming.nameHint} maxLength={80} autoComplete="nickname" />
      <TextField name="people" label={coming.people} hint={coming.peopleHint} inputMode="numeric" short />
    </>
  );
}

/**
 * What would make it easier to come. Languages that somebody interprets into come first; the others may be asked for.
 */
export function NeedFields({ interpreters }: { interpreters: readonly string[] }) {
  const { coming } = useWords().words;
  const tags = [...new Set([...interpreters, ...LANGUAGES])];
  return (
    <>
      <Select
        name="interpreter"
        label={coming.interpreter}
        choices={[
          { value: '', label: coming.noInterpreter },
          ...tags.map((tag) => ({ value: tag, label: languageName(tag), lang: tag })),
        ]}
      />
      <TextField name="children" label={coming.children} inputMode="numeric" short />
      <TextField name="food" label={coming.foodWishes} hint={coming.foodHint} maxLength={300} />
      <Tick name="wantsTravelMoney" label={coming.wantsTravelMoney} hint={coming.wantsTravelMoneyHint} />
      <TextArea name="toKnow" label={coming.toKnow} hint={coming.toKnowHint} rows={3} />
    </>
  );
}
