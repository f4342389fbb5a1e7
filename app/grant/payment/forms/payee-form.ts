import { z } from 'zod';
import type { Currency } from '#app/kernel/money.ts';
import { normaliseEmail } from '#app/people/rules/sign-in.ts';
import { say } from '#app/words/say.ts';
import { inEachLanguage, type WaysToSay, wordsIn } from '#app/words/use-words.ts';
import { parseAccountNumber, parseSortCode } from '../rules/bank-account.ts';
import { bankName, NAME_LENGTH } from '../rules/bank-text.ts';
import { HOST_ANSWERS } from '../rules/host-answer.ts';
import { HOST_FEE_KINDS, readHostFee } from '../rules/host-fee.ts';
import type { AccountPayee } from '../rules/payee.ts';

function line({ words, language }: WaysToSay, max: number) {
  const { common } = words;
  return z
    .string(common.fieldMissing)
    .trim()
    .min(1, common.fieldMissing)
    .max(max, say(language, common.fieldTooLong, { max }));
}

const tick = z
  .literal('on')
  .optional()
  .transform((sent) => sent === 'on');

/** The fields of a UK account, whoever it belongs to; a number that is none is refused in the reader's words. */
export function accountFields(ways: WaysToSay) {
  const { payee } = ways.words;
  const digits = (parse: (typed: string) => string | null, wrong: string) =>
    line(ways, 200).transform((typed, check) => {
      const value = parse(typed);
      if (value === null) check.addIssue({ code: 'custom', message: wrong });
      return value ?? z.NEVER;
    });
  return {
    name: line(ways, NAME_LENGTH).refine((name) => bankName(name).length > 1, payee.notLatin),
    sortCode: digits(parseSortCode, payee.notSortCode),
    accountNumber: digits(parseAccountNumber, payee.notAccountNumber),
    lookedAgain: tick,
  };
}

/**
 * Whose account the money goes to, and which; with a fiscal host, who it is and what it keeps.
 *
 * @param currency  of the award, in which a fee is typed
 */
export function payeeForm(language: string, currency: Currency) {
  const ways = wordsIn(language);
  const { common, payee } = ways.words;
  return z
    .discriminatedUnion(
      'holder',
      [
        z.object({ holder: z.enum(['own', 'group', 'supplier']), ...accountFields(ways) }),
        z.object({ holder: z.literal('host'), ...accountFields(ways), ...hostFields(ways) }),
      ],
      common.fieldNotChosen,
    )
    .transform((typed, check) => {
      const { name, sortCode, accountNumber, lookedAgain: hasLookedAgain } = typed;
      const account = { kind: 'bank' as const, name, sortCode, accountNumber };
      if (typed.holder !== 'host')
        return { details: { ...account, holder: typed.holder } as AccountPayee, hasLookedAgain };
      const fee = readHostFee(typed.feeKind, typed.fee, currency);
      if (fee === null) {
        check.addIssue({ code: 'custom', path: ['fee'], message: payee.notFee });
        return z.NEVER;
      }
      // The tick counts for the sum that stood beside it, and for no other.
      const keepsMinor = typed.feeAgreed ? typed.feeShown : Number.NaN;
      const host = { name: typed.hostName, email: typed.hostEmail, fee, keepsMinor };
      return { details: { ...account, holder: 'host', host } as AccountPayee, hasLookedAgain };
    });
}

function hostFields(ways: WaysToSay) {
  const { common } = ways.words;
  return {
    hostName: line(ways, 100),
    hostEmail: line(ways, 200).pipe(z.email(common.fieldNotEmail)).transform(normaliseEmail),
    feeKind: z.enum(HOST_FEE_KINDS, common.fieldNotChosen),
    fee: z.string().max(40).default(''),
    feeShown: z
      .string()
      .optional()
      .transform((minor) => (minor === undefined ? Number.NaN : Number(minor))),
    feeAgreed: tick,
  };
}

/** What whoever holds a host's letter answers with. */
export const hostForm = inEachLanguage((ways) =>
  z.object({ answer: z.enum(HOST_ANSWERS, ways.words.common.fieldNotChosen), name: line(ways, 100) }),
);
