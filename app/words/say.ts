import { IntlMessageFormat } from 'intl-messageformat';

/** The names a message asks for: `{when}` and `{count, plural, …}` give 'when' and 'count'. */
type Name<Inside extends string> = Inside extends `${infer Head},${string}`
  ? Head
  : Inside extends `${string} ${string}` | `#${string}` | ''
    ? never
    : Inside;
export type Placeholder<Message extends string> = Message extends `${string}{${infer Inside}}${infer Rest}`
  ? Name<Inside> | Placeholder<Rest>
  : never;

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
  const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
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
  return String(formatOf(language, message).format(values[0]));
}
