import { hasWords, type QuestionDraft, type QuestionKind } from './questions.ts';

/** Writing in a second language, thinking included. */
const WORDS_A_MINUTE = 25;

const MINUTES_BY_KIND: Readonly<Record<Exclude<QuestionKind, 'text' | 'line'>, number>> = {
  choice: 1,
  choices: 1,
  number: 1,
  date: 1,
  links: 3,
  'money-table': 8,
  recording: 10,
  file: 5,
};

/** How many minutes a question takes to answer: as its manager judged it, otherwise by its kind and length. */
export function minutesFor({ kind, minutes, wordsMax }: Pick<QuestionDraft, 'kind' | 'minutes' | 'wordsMax'>): number {
  if (minutes !== null) return minutes;
  if (!hasWords(kind)) return MINUTES_BY_KIND[kind as keyof typeof MINUTES_BY_KIND];
  return Math.max(kind === 'text' ? 2 : 1, Math.ceil(wordsMax / WORDS_A_MINUTE));
}
