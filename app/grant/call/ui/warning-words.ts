import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallDraft } from '../rules/draft.ts';
import type { PublishingWarning } from '../rules/publishing.ts';
import { type CheckItemDraft, frighteningWords } from '../rules/self-check.ts';

/** What is odd about a call, with its own numbers. */
export function useWarningWords(
  call: Pick<CallDraft, 'awardsPlanned' | 'awardMaxMinor' | 'potMinor' | 'roomPotMinor' | 'currency'> & {
    wordsAltogether: number;
    checkItems: readonly Pick<CheckItemDraft, 'statement'>[];
  },
): (warning: PublishingWarning) => string {
  const { words, language, money, number, list } = useWords();
  return (warning) => {
    if (warning === 'awards-over-pot') {
      return say(language, words.callDesk.warnings[warning], {
        awards: call.awardsPlanned,
        award: money(call.awardMaxMinor, call.currency),
        sum: money(call.awardsPlanned * call.awardMaxMinor, call.currency),
        pot: money(call.potMinor, call.currency),
      });
    }
    if (warning === 'room-pot-under-award') {
      return say(language, words.callDesk.warnings[warning], {
        room: money(call.roomPotMinor, call.currency),
        award: money(call.awardMaxMinor, call.currency),
      });
    }
    if (warning === 'form-is-long') {
      return say(language, words.callDesk.warnings[warning], { words: number(call.wordsAltogether) });
    }
    if (warning === 'self-check-frightens') {
      const found = call.checkItems.flatMap(({ statement }) => frighteningWords(statement));
      return say(language, words.callDesk.warnings[warning], { words: list([...new Set(found)]) });
    }
    return words.callDesk.warnings[warning];
  };
}
