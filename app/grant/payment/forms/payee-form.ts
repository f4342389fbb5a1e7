import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { inEachLanguage, type WaysToSay } from '#app/words/use-words.ts';
import { parseAccountNumber, parseSortCode } from '../rules/bank-account.ts';
import { bankName, NAME_LENGTH } from '../rules/bank-text.ts';
import { type AccountPayee, PAYEE_HOLDERS } from '../rules/payee.ts';

/** The fields of a UK account, whoever it belongs to; a number that is none is refused in the reader's words. */
export function accountFields({ words, language }: WaysToSay) {
  const { common, payee } = words;
  const line = (max: number) =>
    z
      .string(common.fieldMissing)
      .trim()
      .min(1, common.fieldMissing)
      .max(max, say(language, common.fieldTooLong, { max }));
  const digits = (parse: (typed: string) => string | null, wrong: string) =>
    line(200).transform((typed, check) => {
      const value = parse(typed);
      if (value === null) check.addIssue({ code: 'custom', message: wrong });
      return value ?? z.NEVER;
    });
  return {
    name: line(NAME_LENGTH).refine((name) => bankName(name).length > 1, payee.notLatin),
    sortCode: digits(parseSortCode, payee.notSortCode),
    accountNumber: digits(parseAccountNumber, payee.notAccountNumber),
    lookedAgain: z
      .literal('on')
      .optional()
      .transform((tick) => tick === 'on'),
  };
}

/** Whose account the money goes to, and which. */
export const payeeForm = inEachLanguage((ways) =>
  z
    .object({ holder: z.enum(PAYEE_HOLDERS, ways.words.common.fieldNotChosen), ...accountFields(ways) })
    .transform(({ lookedAgain, ...account }): { details: AccountPayee; hasLookedAgain: boolean } => ({
      details: { kind: 'bank', ...account },
      hasLookedAgain: lookedAgain,
    })),
);
