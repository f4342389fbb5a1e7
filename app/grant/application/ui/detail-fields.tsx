import type { Currency, Minor } from '#app/kernel/money.ts';
import { useCallLanguage } from '#app/ui/call-text.tsx';
import { Choices, Select, TextField } from '#app/ui/fields.tsx';
import { languageChoices } from '#app/words/language-choices.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { DETAIL_LENGTHS_MAX, MONEY_HOLDERS } from '../rules/details.ts';
import type { ReopenedDetail } from '../rules/reopening.ts';

/**
 * Who applies, and for what.
 *
 * @param open  the details that can be written; null for all of them
 */
export function DetailFields(props: {
  open: readonly ReopenedDetail[] | null;
  call: { themes: readonly string[]; currency: Currency; awardMaxMinor: Minor };
}) {
  const { words, language, money, currencyName } = useWords();
  const callLanguage = useCallLanguage();
  const { application: text, moneyHolder } = words;
  const { open, call } = props;
  const isOpen = (name: ReopenedDetail) => open === null || open.includes(name);
  return (
    <>
      {isOpen('groupName') && (
        <TextField
          name="groupName"
          label={text.groupName}
          hint={text.groupNameHint}
          autoComplete="organization"
          maxLength={DETAIL_LENGTHS_MAX.groupName}
        />
      )}
      {isOpen('title') && (
        <TextField name="title" label={text.title} hint={text.titleHint} maxLength={DETAIL_LENGTHS_MAX.title} />
      )}
      {isOpen('oneLine') && (
        <TextField name="oneLine" label={text.oneLine} hint={text.oneLineHint} maxLength={DETAIL_LENGTHS_MAX.oneLine} />
      )}
      {isOpen('theme') && call.themes.length > 0 && (
        <Select
          name="theme"
          label={text.theme}
          choices={[
            { value: '', label: text.themeNone },
            ...call.themes.map((theme) => ({ value: theme, label: theme, lang: callLanguage })),
          ]}
        />
      )}
      {isOpen('city') && (
        <TextField
          name="city"
          label={text.city}
          hint={text.cityHint}
          autoComplete="address-level2"
          maxLength={DETAIL_LENGTHS_MAX.city}
        />
      )}
      {isOpen('amountMinor') && (
        <TextField
          name="amount"
          label={text.amount}
          hint={say(language, text.amountHint, {
            currency: currencyName(call.currency),
            max: money(call.awardMaxMinor, call.currency),
          })}
          inputMode="decimal"
          dir="ltr"
          short
        />
      )}
      {isOpen('moneyHolder') && (
        <>
          <Choices
            type="radio"
            name="moneyHolder"
            label={moneyHolder.question}
            hint={moneyHolder.hint}
            choices={MONEY_HOLDERS.map((value) => ({ value, label: moneyHolder.choices[value] }))}
          />
          <div className="only-host">
            <TextField
              name="hostName"
              label={moneyHolder.name}
              hint={moneyHolder.nameHint}
              maxLength={DETAIL_LENGTHS_MAX.hostName}
            />
          </div>
        </>
      )}
      {open === null && (
        <Select name="language" label={text.language} hint={text.languageHint} choices={languageChoices([language])} />
      )}
    </>
  );
}
