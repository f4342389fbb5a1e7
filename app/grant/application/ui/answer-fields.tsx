import type { Currency } from '#app/kernel/money.ts';
import { Button } from '#app/ui/button.tsx';
import { CallText } from '#app/ui/call-text.tsx';
import { Choices, TextArea, TextField } from '#app/ui/fields.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { MyQuestion } from '../queries/my-application.server.ts';
import { COSTS_MAX, costsIn, costsTotal } from '../rules/answer-text.ts';

/** Empty rows after the last cost: enough to go on, few enough to see the end of. */
const SPARE_ROWS = 3;

/** What an answer is typed into, by the kind of its question. A recording has a place of its own. */
export function AnswerFields(props: {
  question: MyQuestion;
  /** What comes back with a refusal; empty otherwise. */
  typed: string;
  lang: string;
  currency: Currency;
}) {
  const { words } = useWords();
  const text = words.application;
  const { question, lang } = props;
  const { kind } = question;
  const label = question.required ? text.questionText : text.questionTextOptional;
  switch (kind) {
    case 'text':
      return (
        <TextArea
          name="text"
          label={label}
          hint={text.questionTextHint}
          rows={8}
          wordsMax={question.wordsMax}
          lang={lang}
        />
      );
    case 'line':
      return <TextArea name="text" label={label} rows={2} wordsMax={question.wordsMax} lang={lang} />;
    case 'links':
      return <TextArea name="text" label={label} hint={text.questionLinksHint} rows={4} lang="en" />;
    case 'number':
      return <TextField name="text" label={label} hint={text.questionNumberHint} inputMode="decimal" dir="ltr" short />;
    case 'date':
      return <TextField name="text" label={label} type="date" short />;
    case 'choice':
    case 'choices':
      return (
        <Choices
          name="text"
          type={kind === 'choice' ? 'radio' : 'checkbox'}
          label={label}
          hint={kind === 'choices' ? text.questionChoices : undefined}
          choices={question.options.map((option) => ({ value: option, label: <CallText text={option} /> }))}
        />
      );
    case 'money-table':
      return <CostRows {...props} label={label} />;
    case 'recording':
    case 'file':
      return null;
  }
}

function CostRows(props: { question: MyQuestion; typed: string; lang: string; currency: Currency; label: string }) {
  const { words, language, money, currencyName } = useWords();
  const text = words.application;
  const costs = costsIn(props.question.text);
  const total = money(costsTotal(costs, props.currency), props.currency);
  return (
    <fieldset className="costs" data-costs={props.currency}>
      <legend>{props.label}</legend>
      <p className="hint">{say(language, text.questionCostsHint, { currency: currencyName(props.currency) })}</p>
      {Array.from({ length: Math.max(costRows(props.question.text), costRows(props.typed)) }, (_, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <div className="row cost" key={place}>
          <TextField
            name={`item-${place}`}
            label={say(language, text.costOf, { place: place + 1 })}
            lang={props.lang}
            maxLength={200}
          />
          <TextField
            name={`amount-${place}`}
            label={say(language, text.costAmountOf, { place: place + 1 })}
            inputMode="decimal"
            dir="ltr"
            maxLength={30}
            short
          />
        </div>
      ))}
      <p role="status" data-costs-total={text.costsTotal}>
        <strong>{say(language, text.costsTotal, { total })}</strong>
      </p>
      <Button look="link" name="intent" value="stay">
        {text.costsMore}
      </Button>
    </fieldset>
  );
}

/** The rows that are shown for a list of costs; whoever fills them all saves and gets more. */
function costRows(text: string): number {
  return Math.min(COSTS_MAX, costsIn(text).length + SPARE_ROWS);
}
