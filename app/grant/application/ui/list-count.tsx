import type { Currency, Minor } from '#app/kernel/money.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { isFiltered, type ListFilter } from '../rules/listing.ts';

/** How many match, said only as exactly as it is known, and what they ask for. */
export function ListCount(props: {
  call: { currency: Currency };
  filter: ListFilter;
  all: { count: number };
  match: { count: number; amountMinor: Minor; isMore: boolean };
  shown: number;
}) {
  const { words, language, money, number } = useWords();
  const { match, all } = props;
  const text = words.listDesk;
  const counted = !isFiltered(props.filter)
    ? say(language, text.matchAll, { count: all.count })
    : match.isMore
      ? say(language, text.matchMore, { count: number(match.count), all: number(all.count) })
      : say(language, text.matchSome, { count: match.count, all: number(all.count) });
  return (
    <p role="status">
      {counted} {props.shown > 0 && say(language, text.shown, { count: props.shown })}{' '}
      {!match.isMore &&
        match.count > 0 &&
        say(language, words.applicationDesk.staffAsked, { amount: money(match.amountMinor, props.call.currency) })}
    </p>
  );
}
