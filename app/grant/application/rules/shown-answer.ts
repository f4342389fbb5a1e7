import type { Currency, Minor } from '#app/kernel/money.ts';
import { parseMinor } from '#app/kernel/money.ts';
import type { QuestionKind } from '../../call/rules/questions.ts';
import { answerFault, costsIn, costsTotal, linesIn, numberIn } from './answer-text.ts';

/** An answer as it is shown to those who read it. What cannot be read as its question asks is shown as it was typed. */
export type ShownAnswer =
  | { readonly as: 'nothing' }
  | { readonly as: 'text'; readonly text: string }
  | { readonly as: 'number'; readonly value: number }
  /** Midnight UTC of the day. */
  | { readonly as: 'date'; readonly at: number }
  | { readonly as: 'options' | 'links'; readonly items: readonly string[] }
  | {
      readonly as: 'costs';
      readonly rows: readonly { readonly item: string; readonly amountMinor: Minor }[];
      readonly totalMinor: Minor;
      readonly currency: Currency;
    };

/** Turns an answer into what its question asked for, or leaves it a text. */
export function shownAnswer(
  question: { readonly kind: QuestionKind; readonly options: readonly string[] },
  text: string,
  currency: Currency,
): ShownAnswer {
  if (text.trim() === '') return { as: 'nothing' };
  if (answerFault(question, text, currency) !== null) return { as: 'text', text };
  switch (question.kind) {
    case 'number':
      return { as: 'number', value: numberIn(text) ?? 0 };
    case 'date':
      return { as: 'date', at: Date.parse(`${text.trim()}T00:00:00Z`) };
    case 'choice':
    case 'choices':
      return { as: 'options', items: linesIn(text) };
    case 'links':
      return { as: 'links', items: linesIn(text) };
    case 'money-table': {
      const costs = costsIn(text);
      const rows = costs.map(({ item, amount }) => ({ item, amountMinor: parseMinor(amount, currency) ?? 0 }));
      return { as: 'costs', rows, totalMinor: costsTotal(costs, currency), currency };
    }
    default:
      return { as: 'text', text };
  }
}
