import type { Currency } from '#app/kernel/money.ts';
import { Button } from '#app/ui/button.tsx';
import { Select, TextField } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { languageName } from '#app/words/language-name.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { filterQuery, orderQuery } from '../forms/list-query.ts';
import { type Facet, isFiltered, type ListFilter, type ListOrder, SORTS } from '../rules/listing.ts';

type Tally = { readonly facet: Facet; readonly value: string; readonly count: number };

/** What narrows the list down, all of it in the address: a list can be sent to a colleague, and the back button works. */
export function ListFilterForm(props: {
  action: string;
  filter: ListFilter;
  order: ListOrder;
  currency: Currency;
  tallies: readonly Tally[];
}) {
  const { words } = useWords();
  const { filter, order, tallies } = props;
  const text = words.listDesk;
  const choices = useChoices(tallies);
  const { search, state, eligibility, ...others } = filter;
  const isMoreAsked = Object.values(others).some((value) => value !== null);
  return (
    <Form
      method="get"
      action={props.action}
      className="card no-print narrowing"
      values={{ ...filterQuery(filter, props.currency), order: orderQuery(order) }}
    >
      <h2 className="quiet">{text.filterTitle}</h2>
      <div className="row fields">
        <TextField name="search" type="search" label={text.search} hint={text.searchHint} />
        <Select name="eligibility" label={text.eligibility} choices={choices.eligibility} />
        <Select
          name="order"
          label={text.order}
          choices={SORTS.flatMap((sort) => [
            { value: sort, label: text.orders[sort] },
            { value: `-${sort}`, label: text.orders[`-${sort}`] },
          ])}
        />
      </div>
      <details open={isMoreAsked || state !== null}>
        <summary>{text.more}</summary>
        <div className="row fields">
          <Select name="theme" label={text.theme} choices={choices.theme} />
          <Select name="city" label={text.city} choices={choices.city} />
          <Select name="language" label={text.language} choices={choices.language} />
          <Select name="recording" label={text.recording} choices={choices.recording} />
          <Select name="state" label={text.state} choices={choices.state} />
          <TextField name="from" label={text.amountFrom} inputMode="decimal" short />
          <TextField name="to" label={text.amountTo} inputMode="decimal" short />
          <label className="choice">
            <input type="checkbox" name="letter" value="waiting" defaultChecked={filter.letter === 'waiting'} />
            <span>{text.letterWaiting}</span>
          </label>
        </div>
      </details>
      <p className="row">
        <Button look="second">{text.show}</Button>
        {isFiltered(filter) && <a href={props.action}>{text.clear}</a>}
      </p>
    </Form>
  );
}

/** What is there to choose, with how many there are of each. */
function useChoices(tallies: readonly Tally[]) {
  const { words, language } = useWords();
  const text = words.listDesk;
  const of = (facet: Facet, name: (value: string) => string, key = (value: string) => value) => [
    { value: '', label: text.any },
    ...tallies
      .filter((tally) => tally.facet === facet)
      .map(({ value, count }) => ({
        value: key(value),
        label: say(language, text.choice, { name: name(value), count }),
      })),
  ];
  const itself = (value: string) => value;
  const named = (names: Readonly<Record<string, string>>) => (value: string) => names[value] ?? value;
  const recorded = (value: string) => (value === '1' ? 'yes' : 'no');
  return {
    state: of('state', named(words.application.states)),
    theme: of('theme', itself),
    city: of('city', itself),
    language: of('language', languageName),
    eligibility: of('eligibility', named(words.eligibilityDesk.outcomes)),
    recording: of('recording', (value) => text.recordings[recorded(value)], recorded),
  };
}
