import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { type Currency, parseMinor } from '#app/kernel/money.ts';
import type { FormReply } from '#app/ui/form-reply.ts';
import { say } from '#app/words/say.ts';
import { inEachLanguage, type WaysToSay, wordsIn } from '#app/words/use-words.ts';
import type { QuestionKind } from '../call/rules/questions.ts';
import { COSTS_MAX, costsText } from './rules/answer-text.ts';
import { DETAIL_LENGTHS_MAX, type Details, heldBy, MONEY_HOLDERS } from './rules/details.ts';

/** Far above any word limit, far below what could hurt. */
export const ANSWER_CHARACTERS_MAX = 60_000;

const revision = z.coerce.number().int().min(0).max(1_000_000).optional();

/** An empty field arrives as nothing at all, and is saved as empty: a draft may be unfinished. */
const line = ({ language, words }: WaysToSay, max: number) =>
  z
    .string()
    .trim()
    .max(max, say(language, words.common.fieldTooLong, { max }))
    .default('');

/** Twice what a code needs, for spaces and hyphens. */
export const CODE_CHARACTERS_MAX = 40;

/** Not called `code`: what is called so is never shown again, and a slip in twelve symbols should be seen. */
export const startForm = inEachLanguage((ways) => z.object({ entryCode: line(ways, CODE_CHARACTERS_MAX) }));

/** Everything but the answer itself, whose fields depend on the question: see `answerTextIn`. */
export const answerForm = z.object({
  revision,
  intent: z.enum(['list', 'next', 'stay', 'remove-media']).default('list'),
});

/**
 * The text of an answer, from the fields that its question shows.
 *
 * @param typed  everything that was typed, by field name: what `readForm` echoes, so that nothing of it is lost
 * @returns      null when it is too long to be an answer at all
 */
export function answerTextIn(kind: QuestionKind, typed: FormReply['typed']): string | null {
  const one = (name: string) => (typed[name]?.[0] ?? '').replace(/\r\n?/g, '\n');
  let text = kind === 'choices' ? (typed.text ?? []).join('\n') : one('text');
  if (kind === 'money-table') {
    const rows = Array.from({ length: COSTS_MAX }, (_, place) => place);
    text = costsText(rows.map((place) => ({ item: one(`item-${place}`), amount: one(`amount-${place}`) })));
  }
  return text.length > ANSWER_CHARACTERS_MAX ? null : text;
}

export const answerTooLong = inEachLanguage(({ language, words }) =>
  say(language, words.common.fieldTooLong, { max: ANSWER_CHARACTERS_MAX }),
);

export const detailsForm = inEachLanguage((ways) =>
  z.object({
    groupName: line(ways, DETAIL_LENGTHS_MAX.groupName),
    title: line(ways, DETAIL_LENGTHS_MAX.title),
    oneLine: line(ways, DETAIL_LENGTHS_MAX.oneLine),
    theme: line(ways, 200),
    city: line(ways, DETAIL_LENGTHS_MAX.city),
    amount: line(ways, 40),
    // Nobody is held up by what need not be said.
    moneyHolder: z.enum(['', ...MONEY_HOLDERS]).catch(''),
    hostName: line(ways, DETAIL_LENGTHS_MAX.hostName),
    language: z.enum(LANGUAGES, ways.words.common.fieldNotChosen).default('en'),
    revision,
  }),
);

export const withdrawForm = inEachLanguage((ways) => z.object({ reason: line(ways, 2_000) }));

/**
 * Turns what was typed into details. What cannot be understood is left as it was and named; the rest is saved.
 *
 * @param language  that its refusals are in
 */
export function detailsFrom(
  typed: z.output<ReturnType<typeof detailsForm>>,
  language: string,
  call: { readonly themes: readonly string[]; readonly currency: Currency },
): { details: Partial<Details>; errors: Record<string, string> } {
  const { common } = wordsIn(language).words;
  const { groupName, title, oneLine, city } = typed;
  const errors: Record<string, string> = {};
  const details: { -readonly [Name in keyof Details]?: Details[Name] } = {
    groupName,
    title,
    oneLine,
    city,
    ...heldBy(typed.moneyHolder, typed.hostName),
    language: typed.language,
  };
  if (typed.theme === '' || call.themes.includes(typed.theme)) details.theme = typed.theme;
  else errors.theme = common.fieldNotChosen;
  const amountMinor = typed.amount === '' ? null : parseMinor(typed.amount, call.currency);
  if (typed.amount === '' || (amountMinor !== null && amountMinor > 0)) details.amountMinor = amountMinor;
  else errors.amount = common.fieldNotMoney;
  return { details, errors };
}
