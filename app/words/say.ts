import { IntlMessageFormat } from 'intl-messageformat';
import { directionOf } from '#app/kernel/languages.ts';

/** What follows the next brace, and which one it is; never when there is none. */
type NextBrace<Text extends string> = Text extends `${infer Before}{${infer After}`
  ? Before extends `${string}}${infer Inside}`
    ? { brace: '}'; rest: `${Inside}{${After}` }
    : { brace: '{'; rest: After }
  : Text extends `${string}}${infer After}`
    ? { brace: '}'; rest: After }
    : never;

/** `In` is the way down to where the walk is, innermost first: in a sentence, or between the choices of a plural. */
type Walk<Text extends string, In extends readonly ('sentence' | 'choices')[], Names extends string> = [
  NextBrace<Text>,
] extends [{ brace: infer Brace; rest: infer Rest extends string }]
  ? Brace extends '}'
    ? In extends readonly [unknown, ...infer Outside extends readonly ('sentence' | 'choices')[]]
      ? Walk<Rest, Outside, Names>
      : Names
    : In extends readonly ['choices', ...unknown[]]
      ? Walk<Rest, ['sentence', ...In], Names>
      : Rest extends `${infer Name}}${infer After}`
        ? Name extends `${infer Plural},${string}`
          ? Rest extends `${Plural},${infer Choices}`
            ? Walk<Choices, ['choices', ...In], Names | Plural>
            : Names
          : Walk<After, In, Names | Name>
        : Names
  : Names;

/** The names a message asks for: `{when}` and `{count, plural, …}` give 'when' and 'count', in any script. */
export type Placeholder<Message extends string> = Message extends string ? Walk<Message, ['sentence'], never> : never;

type Values<Message extends string> = [Placeholder<Message>] extends [never]
  ? []
  : [values: Record<Placeholder<Message>, string | number>];

/** By language, then by message: a sentence is its own key. */
const parsed = new Map<string, Map<string, IntlMessageFormat>>();

function formatOf(language: string, message: string): IntlMessageFormat {
  const ofLanguage = parsed.get(language) ?? new Map<string, IntlMessageFormat>();
  parsed.set(language, ofLanguage);
  const known = ofLanguage.get(message);
  if (known !== undefined) return known;
  // Digits as on bank notes and in forms here, whatever the script around them.
  const format = new IntlMessageFormat(message, `${language}-u-nu-latn`, undefined, { ignoreTag: true });
  ofLanguage.set(message, format);
  return format;
}

/**
 * Fills an ICU message in a language. A value that is missing or not asked for does not compile.
 *
 * @source ICU MessageFormat, https://unicode-org.github.io/icu/userguide/format_parse/messages/
 */
export function say<const Message extends string>(
  language: string,
  message: Message,
  ...values: Values<Message>
): string {
  return String(formatOf(language, message).format(isolated(language, values[0])));
}

/**
 * Text of unknown direction inside a sentence that runs from right to left keeps to itself: a title in English does
 * not pull the full stop after it to the wrong side.
 *
 * @source Unicode Standard Annex #9, 2.5: first strong isolate and pop directional isolate
 */
function isolated(language: string, values: Readonly<Record<string, string | number>> | undefined) {
  if (values === undefined || directionOf(language) === 'ltr') return values;
  const pairs = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' && value !== '' ? `\u2068${value}\u2069` : value,
  ]);
  return Object.fromEntries(pairs) as Record<string, string | number>;
}
