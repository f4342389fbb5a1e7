import { z } from 'zod';
import { CURRENCIES, type Currency } from '#app/kernel/money.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { CsvMapping } from '../rules/statement/csv-statement.ts';

const { common, statements } = wordsIn('en').words;

const column = z.string().max(200).default('');
const needed = z.string(common.fieldNotChosen).min(1, common.fieldNotChosen).max(200);
const CURRENCY_TAGS = CURRENCIES as readonly [Currency, ...Currency[]];

/** Where a bank's own table says what; the table comes along, as text, so that it is chosen once. */
export const columnsForm = z
  .object({
    fileName: z.string().max(200).default(''),
    table: z.string(common.fieldMissing),
    date: needed,
    dateOrder: z.enum(['dmy', 'mdy', 'ymd'], common.fieldNotChosen),
    amountIn: needed,
    amountOut: column,
    decimal: z.enum(['.', ','], common.fieldNotChosen),
    name: column,
    text: column,
    bankRef: column,
    balance: column,
    currency: z.enum(CURRENCY_TAGS, common.fieldNotChosen),
  })
  .transform(({ fileName, table, currency, amountIn, amountOut, ...columns }) => {
    const orNone = (name: string) => (name === '' ? null : name);
    const mapping: CsvMapping = {
      date: columns.date,
      dateOrder: columns.dateOrder,
      amount: amountOut === '' ? { signed: amountIn } : { paidIn: amountIn, paidOut: amountOut },
      decimal: columns.decimal,
      name: orNone(columns.name),
      text: orNone(columns.text),
      bankRef: orNone(columns.bankRef),
      balance: orNone(columns.balance),
    };
    return { file: { name: fileName, text: table }, mapping, currency };
  });

const lineId = z.string(common.fieldMissing);

export const lineForms = {
  settle: z.object({ lineId, payoutId: z.string(common.fieldNotChosen) }),
  'came-back': z.object({ lineId, payoutId: z.string(common.fieldNotChosen) }),
  funds: z.object({ lineId, callId: z.string(common.fieldNotChosen) }),
  aside: z.object({
    lineId,
    why: z.string(statements.asideMissing).trim().min(1, statements.asideMissing).max(500),
  }),
  reopen: z.object({ lineId }),
};
