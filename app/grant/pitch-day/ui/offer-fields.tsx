import { Choices, TextArea, TextField } from '#app/ui/fields.tsx';
import { languageChoices } from '#app/words/language-choices.ts';
import { useWords } from '#app/words/use-words.ts';

/** What the day offers those who come, on the page of the plan. */
export function OfferFields() {
  const { comingDesk: text } = useWords().words;
  const inWords = { hint: text.planWordsHint, rows: 2 };
  return (
    <>
      <h2>{text.planTitle}</h2>
      <TextField
        name="questionMinutes"
        inputMode="numeric"
        short
        label={text.planQuestions}
        hint={text.planQuestionsHint}
      />
      <TextField name="places" inputMode="numeric" short label={text.planPlaces} hint={text.planPlacesHint} />
      <Choices
        name="interpreters"
        type="checkbox"
        className="several"
        label={text.planInterpreters}
        hint={text.planInterpretersHint}
        choices={languageChoices().map(({ value, label, lang }) => ({
          value,
          label: <span lang={lang}>{label}</span>,
        }))}
      />
      <TextArea name="childcare" label={text.planChildcare} {...inWords} />
      <TextArea name="food" label={text.planFood} {...inWords} />
      <TextArea name="travelMoney" label={text.planTravel} {...inWords} />
      <TextField name="closesAt" type="datetime-local" short label={text.planCloses} hint={text.planClosesHint} />
    </>
  );
}
