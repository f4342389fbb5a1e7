import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { frighteningWords } from '../../call/rules/self-check.ts';
import { type FindingFault, NOTE_WORDS_MAX } from '../rules/eligibility.ts';
import { countWords } from '../rules/words.ts';

/** Which field a fault is shown at, and in which words. */
export function findingFaultShown(fault: FindingFault, note: string): Record<string, string> {
  const { words, language, list } = wordsIn('en');
  const { faults, frightening } = words.eligibilityDesk;
  if (fault === 'why-missing') return { reasons: faults[fault] };
  if (fault === 'note-missing') return { note: faults[fault] };
  if (fault === 'note-frightening')
    return { note: say(language, frightening, { words: list(frighteningWords(note)) }) };
  return { note: say(language, faults[fault], { words: countWords(note), max: NOTE_WORDS_MAX }) };
}

export function isFindingFault(reason: string): reason is FindingFault {
  return ['why-missing', 'note-missing', 'note-too-long', 'note-frightening'].includes(reason);
}
