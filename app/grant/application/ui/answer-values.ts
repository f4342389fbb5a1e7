import type { MyQuestion } from '../queries/my-application.server.ts';
import { costsIn, linesIn } from '../rules/answer-text.ts';

/** An answer as its fields show it, by field name. */
export function answerValues({ kind, text }: Pick<MyQuestion, 'kind' | 'text'>): Record<string, string | string[]> {
  if (kind === 'choice' || kind === 'choices') return { text: linesIn(text) };
  if (kind !== 'money-table') return { text };
  return Object.fromEntries(
    costsIn(text).flatMap(({ item, amount }, place) => [
      [`item-${place}`, item],
      [`amount-${place}`, amount],
    ]),
  );
}
