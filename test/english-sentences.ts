import { IntlMessageFormat } from 'intl-messageformat';
import { wordsIn } from '#app/words/use-words.ts';

/** The kind of a piece of a parsed message that is text. */
const LITERAL = 0;

/** Names stay as they are in every language. */
const SAME = new Set<string>([wordsIn('en').words.common.product, wordsIn('en').words.panelLottery.sha]);

const SENTENCES = [...new Set(leaves(wordsIn('en').words))].filter(
  (message) => /[A-Za-z]{2}/.test(message) && !SAME.has(message),
);
const WHOLE = new Set(SENTENCES.filter((message) => !message.includes('{')));
const PATTERNS = SENTENCES.filter((message) => message.includes('{')).flatMap((message) => patternOf(message) ?? []);

/** Whether a text is one of the portal's English sentences, with any values in it. */
export function isEnglishSentence(text: string): boolean {
  return WHOLE.has(text) || PATTERNS.some((english) => english.test(text));
}

function* leaves(node: unknown): Generator<string> {
  if (typeof node === 'string') yield node;
  else for (const child of Object.values(node ?? {})) yield* leaves(child);
}

/** What a message may have become: its words as they are, with anything in place of its values. */
function patternOf(message: string): RegExp | null {
  const parts = new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst();
  const literals = parts.map((part) => (part.type === LITERAL ? (part as { value: string }).value : null));
  // A message of values alone says nothing in any language.
  if (!literals.some((literal) => /[A-Za-z]{3}/.test(literal ?? ''))) return null;
  const source = literals.map((literal) => literal?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') ?? '.*').join('');
  return new RegExp(`^${source}$`, 's');
}
