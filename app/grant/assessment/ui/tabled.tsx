import type { ReactNode } from 'react';
import type { Currency } from '#app/kernel/money.ts';
import { Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { TabledItem } from '../queries/tabled-item.server.ts';

/** What is on the table, in a few lines: whose it is, what for, how much. */
export function Tabled(props: { item: Omit<TabledItem, 'score' | 'views'>; currency: Currency; children?: ReactNode }) {
  const { words, language, money } = useWords();
  const { panelMeeting } = words;
  const { item } = props;
  const facts = [
    item.groupName === null ? null : say(language, panelMeeting.by, { group: item.groupName }),
    item.amountMinor === null
      ? null
      : say(language, panelMeeting.amount, { amount: money(item.amountMinor, props.currency) }),
  ].filter((fact) => fact !== null);
  return (
    <>
      <p className="overline">{item.reference}</p>
      <h2 dir="auto" lang={item.language} id="on-table">
        {item.title}
      </h2>
      <p>{facts.join(' · ')}</p>
      <Written text={item.oneLine} lang={item.language} />
      {props.children}
    </>
  );
}
