import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { outbox } from '../queries/outbox.server.ts';

type Message = Pick<NonNullable<ReturnType<typeof outbox>>['messages'][number], 'words' | 'withheld'>;

/** The subject of a message; of one about a draft which kind it is, and the reference that staff know it by. */
export function useSubject(): (message: Message) => string {
  const { words, language } = useWords();
  const { draftLetters, draftLetter } = words.reporting;
  const kinds: Readonly<Record<string, string>> = draftLetters;
  return ({ words: read, withheld }) => {
    if (read !== null) return read.subject;
    const kind = kinds[withheld?.kind ?? ''] ?? draftLetters.other;
    return say(language, draftLetter, { kind, reference: withheld?.reference ?? '' });
  };
}
