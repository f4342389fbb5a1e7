import type { Words } from '#app/words/use-words.ts';

export type CastRefused = keyof Words['pitchDay']['castRefusals'];

type CodeRefused = keyof Words['remoteVote']['codeRefusals'];

/**
 * Why a ballot was not taken. Where people vote with more than sheets it speaks of a code, whoever has it from where.
 *
 * @param isSheetsOnly  asked only where the answer is about a code: a database that fails can still be told about
 */
export function castRefusal(words: Words, reason: CastRefused, isSheetsOnly: () => boolean): string {
  const { codeRefusals } = words.remoteVote;
  return isAboutCode(reason, codeRefusals) && !isSheetsOnly()
    ? codeRefusals[reason]
    : words.pitchDay.castRefusals[reason];
}

function isAboutCode(reason: CastRefused, codeRefusals: object): reason is CodeRefused {
  return reason in codeRefusals;
}
