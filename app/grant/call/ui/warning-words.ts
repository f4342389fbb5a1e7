import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallDraft } from '../rules/draft.ts';
import type { PublishingWarning } from '../rules/publishing.ts';

/** What is odd about a call, with its own numbers. */
export function useWarningWords(
  call: Pick<CallDraft, 'awardsPlanned' | 'awardMaxMinor' | 'potMinor' | 'currency'> & { wordsAltogether: number },
): (warning: PublishingWarning) => string {
  const { words, language, money, number } = useWords();
  return (warning) => {
    if (warning === 'awards-over-pot') {
      return say(language, words.call.warnings[warning], {
        awards: call.awardsPlanned,
        award: money(call.awardMaxMinor, call.currency),
        sum: money(call.awardsPlanned * call.awardMaxMinor, call.currency),
        pot: money(call.potMinor, call.currency),
      });
    }
    if (warning === 'form-is-long') {
      return say(language, words.call.warnings[warning], { words: number(call.wordsAltogether) });
    }
    return words.call.warnings[warning];
  };
}
