import { wordsIn } from './use-words.ts';

/**
 * A reason for a decision in the language of its reader, where staff kept one that the portal proposed to them; what they
 * wrote themselves stays as it is.
 */
export function usualReasonIn(language: string, reason: string): string {
  const { usualReasons } = wordsIn('en').words.decisionLetter;
  const kept = (['shortlisted', 'declined', 'ineligible'] as const).find(
    (decision) => usualReasons[decision] === reason.trim(),
  );
  return kept === undefined ? reason : wordsIn(language).words.decisionLetter.usualReasons[kept];
}
