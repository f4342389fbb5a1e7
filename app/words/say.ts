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

const parsed = new Map<string, IntlMessageFormat>();

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
  const key = `${language}\u0000${message}`;
  let format = parsed.get(key);
  if (format === undefined) {
    format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
    parsed.set(key, format);
  }
  return String(format.format(values[0]));
}
