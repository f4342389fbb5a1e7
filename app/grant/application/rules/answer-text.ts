import { plainDigits } from '#app/kernel/digits.ts';
import { type Currency, type Minor, parseMinor } from '#app/kernel/money.ts';
import type { QuestionKind } from '../../call/rules/questions.ts';

/**
 * An answer is the text that was typed, whatever the kind of its question: options stand one a line, and a list of
 * costs one entry a line with a tab between its name and its amount. So nothing that was typed is ever lost for being
 * wrong, two windows compare like for like, and what cannot be read is a gap before sending and no error before.
 */
export type Cost = { readonly item: string; readonly amount: string };

/** What a text answers, if its question is not one of words. */
export type AnswerFault =
  | 'not-a-number'
  | 'not-a-date'
  | 'not-an-option'
  | 'one-option-only'
  | 'not-a-link'
  | 'cost-without-name'
  | 'cost-without-amount'
  | 'costs-over-most';

/** More rows than a small grant has costs. */
export const COSTS_MAX = 30;

type Asked = { readonly kind: QuestionKind; readonly options: readonly string[] };

/** Why an answer cannot be read as what its question asks for; the first reason wins, and an empty one is none. */
export function answerFault({ kind, options }: Asked, text: string, currency: Currency): AnswerFault | null {
  if (text.trim() === '') return null;
  if (kind === 'number') return numberIn(text) === null ? 'not-a-number' : null;
  if (kind === 'date') return isDate(text.trim()) ? null : 'not-a-date';
  if (kind === 'links') return linesIn(text).every(isLink) ? null : 'not-a-link';
  if (kind === 'money-table') return costFault(costsIn(text), currency);
  if (kind !== 'choice' && kind !== 'choices') return null;
  const chosen = linesIn(text);
  if (!chosen.every((option) => options.includes(option))) return 'not-an-option';
  return kind === 'choice' && chosen.length > 1 ? 'one-option-only' : null;
}

/** Options, links, anything that stands one a line; blank lines say nothing. */
export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A number as people write it, with spaces or commas between thousands; null when it is none. */
export function numberIn(text: string): number | null {
  const digits = plainDigits(text.trim()).replace(/(?<=\d)[ ,\u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return /^-?\d{1,12}(\.\d{1,6})?$/.test(digits) ? Number(digits) : null;
}

/** The rows of a list of costs, half-written ones too. */
export function costsIn(text: string): Cost[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [item = '', ...amount] = line.split('\t');
      return { item: item.trim(), amount: amount.join(' ').trim() };
    });
}

/** The text of such rows; those without anything are left out. */
export function costsText(costs: readonly Cost[]): string {
  const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();
  return costs
    .map(({ item, amount }) => ({ item: inOneLine(item), amount: inOneLine(amount) }))
    .filter(({ item, amount }) => item !== '' || amount !== '')
    .map(({ item, amount }) => `${item}\t${amount}`)
    .join('\n');
}

/** What all costs come to that can be read, in the currency's smallest unit. */
export function costsTotal(costs: readonly Cost[], currency: Currency): Minor {
  return costs.reduce((sum, { amount }) => sum + (parseMinor(amount, currency) ?? 0), 0);
}

function costFault(costs: readonly Cost[], currency: Currency): AnswerFault | null {
  if (costs.length > COSTS_MAX) return 'costs-over-most';
  for (const { item, amount } of costs) {
    if (item === '') return 'cost-without-name';
    const minor = parseMinor(amount, currency);
    if (minor === null || minor < 0) return 'cost-without-amount';
  }
  return null;
}

/** A day of the calendar as forms send it, 2026-02-29 excluded. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** Only what a browser opens as a page. */
function isLink(line: string): boolean {
  if (/\s/.test(line) || line.length > 2_000) return false;
  const address = URL.parse(line);
  return address !== null && (address.protocol === 'https:' || address.protocol === 'http:') && address.host !== '';
}
