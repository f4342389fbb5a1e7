import type { Currency, Minor } from '#app/kernel/money.ts';
import { useWords } from '#app/words/use-words.ts';
import { CallText } from './call-text.tsx';
import { Written } from './pieces.tsx';

/** An answer by what it is; the rules of applications say which. */
export type ShownAnswer =
  | { readonly as: 'nothing' }
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'number'; readonly value: number }
  | { readonly as: 'date'; readonly at: number }
  | { readonly as: 'options' | 'links'; readonly items: readonly string[] }
  | {
      readonly as: 'costs';
      readonly rows: readonly { readonly item: string; readonly amountMinor: Minor }[];
      readonly totalMinor: Minor;
      readonly currency: Currency;
    };

/** What somebody answered, in the form that is easiest to read; nothing at all when there is no answer. */
export function Answer({ shown, lang }: { shown: ShownAnswer; lang: string }) {
  const { number, date } = useWords();
  switch (shown.as) {
    case 'nothing':
      return null;
    case 'text':
      return <Written text={shown.text} lang={lang} />;
    case 'number':
      return <p>{number(shown.value, decimalsOf(shown.value))}</p>;
    case 'date':
      return <p>{date(shown.at, 'UTC')}</p>;
    case 'options':
      return (
        <ul>
          {shown.items.map((item) => (
            <li key={item}>
              <CallText text={item} />
            </li>
          ))}
        </ul>
      );
    case 'links':
      return (
        <ul>
          {shown.items.map((link) => (
            <li key={link}>
              <a href={link} rel="noopener noreferrer nofollow" target="_blank">
                <bdi dir="ltr">{link}</bdi>
              </a>
            </li>
          ))}
        </ul>
      );
    case 'costs':
      return <Costs {...shown} lang={lang} />;
  }
}

function Costs(props: Extract<ShownAnswer, { as: 'costs' }> & { lang: string }) {
  const { words, money } = useWords();
  return (
    <div className="table-wrap">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.common.costItem}</th>
            <th scope="col" className="number">
              {words.common.costAmount}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ item, amountMinor }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two costs may have the same name
            <tr key={place}>
              <th scope="row" dir="auto" lang={props.lang}>
                {item}
              </th>
              <td className="number">{money(amountMinor, props.currency)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.common.costTotal}</th>
            <td className="number">{money(props.totalMinor, props.currency)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}
