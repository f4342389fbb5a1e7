import { z } from 'zod';
import { type Currency, parseMinor } from '#app/kernel/money.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { accountFields } from './forms/payee-form.ts';
import { AUDIT_DAYS, type AuditDays } from './rules/auditing.ts';
import { parseServiceUserNumber } from './rules/bacs-18.ts';

const { language, words } = wordsIn('en');
const { common, payment } = words;

const LINE_MAX = 200;
const tooLong = (max: number) => say(language, common.fieldTooLong, { max });
const line = (max = LINE_MAX) =>
  z.string(common.fieldMissing).trim().min(1, common.fieldMissing).max(max, tooLong(max));

/** A text that is read into something else, or refused in words. */
function read<Value>(parse: (typed: string) => Value | null, wrong: string) {
  return line().transform((typed, check) => {
    const value = parse(typed);
    if (value !== null) return value;
    check.addIssue({ code: 'custom', message: wrong });
    return z.NEVER;
  });
}

const { lookedAgain, ...account } = accountFields(wordsIn('en'));

function fundsFields(currency: Currency) {
  return {
    amount: read((typed) => positive(parseMinor(typed, currency)), common.fieldNotMoney),
    statementRef: line(),
    evidence: line(),
  };
}

function positive(amount: number | null): number | null {
  return amount !== null && amount > 0 ? amount : null;
}

export function addFundsForm(currency: Currency) {
  return z.object(fundsFields(currency)).transform(({ amount, ...rest }) => ({ amountMinor: amount, ...rest }));
}

export function openBooksForm(currency: Currency) {
  return z
    .object({ ...fundsFields(currency), ...account, lookedAgain })
    .transform(({ amount, statementRef, evidence, lookedAgain: hasLookedAgain, ...payer }) => ({
      amountMinor: amount,
      statementRef,
      evidence,
      payer,
      hasLookedAgain,
    }));
}

export const prepareForm = z.object({ tranche: z.array(z.string()).min(1, payment.prepareMissing) });
export const approveForm = z.object({ hash: z.string() });
export const rejectForm = z.object({ reason: line(500) });
export const revealForm = z.object({ why: line(), code: line(40) });
export const settleForm = z.object({ evidence: line() });

/** Saying that money did not leave, or came back, lets it be paid again: the statement comes first. */
export const failForm = z.object({ failReason: line(500), failSure: z.literal('on', payment.sureMissing) });
export const returnForm = z.object({ returnReason: line(500), returnSure: z.literal('on', payment.sureMissing) });
export const sentForm = z.object({ sure: z.literal('on', payment.sureMissing) });
/** Null for no number any more. */
export const bacsForm = z.object({
  serviceUserNumber: z
    .string()
    .trim()
    .default('')
    .transform((typed, check) => {
      if (typed === '') return null;
      const read = parseServiceUserNumber(typed);
      if (read === null) check.addIssue({ code: 'custom', message: payment.bacsNumberWrong });
      return read ?? z.NEVER;
    }),
});
/** A button with nothing to fill in. */
export const emptyForm = z.object({});

export const lockMonthForm = z.object({ sure: z.literal('on', words.months.sureMissing) });

export const auditorForm = z.object({
  name: line(120),
  email: z.string(common.fieldMissing).trim().max(254, common.fieldNotEmail).pipe(z.email(common.fieldNotEmail)),
  days: z
    .enum(AUDIT_DAYS.map(String) as [string, ...string[]], common.fieldNotChosen)
    .transform((days) => Number(days) as AuditDays),
});

export const liftForm = z.object({ compared: line(500), sure: z.literal('on', words.months.sureMissing) });
