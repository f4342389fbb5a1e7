import { z } from 'zod';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { offerFields } from './forms/coming-form.ts';
import { PITCH_MINUTES_MAX, SHEETS_MAX } from './rules/plan.ts';
import { PRESSES } from './rules/stage.ts';
import { STOCK_MAX, STOCK_MIN } from './rules/stock-code.ts';
import { THROWN_MAX } from './rules/tie-throw.ts';

const { common, pitchDay, stockDesk } = wordsIn('en').words;

const text = (charactersMax: number) =>
  z
    .string(common.fieldMissing)
    .trim()
    .min(1, common.fieldMissing)
    .max(charactersMax, say('en', common.fieldTooLong, { max: charactersMax }));

const count = (min: number, max: number) =>
  z.coerce
    .number(common.fieldNotNumber)
    .int(common.fieldNotNumber)
    .min(min, common.fieldNotNumber)
    .max(max, say('en', pitchDay.fieldAtMost, { max }));

/** One ballot as a voter's device sends it; the ballot box checks what is in it. */
export const castForm = z.object({
  token: z.string().max(64),
  leaf: z.string().regex(/^[0-9a-f]{64}$/),
  r: z.string().regex(/^[0-9a-f]{32}$/),
  body: z.string().max(512),
  signature: z
    .string()
    .regex(/^[0-9a-f]{512}$/)
    .optional(),
});

export const planForm = z.object({
  anotherDay: z.literal('on').optional(),
  title: text(120),
  place: text(120),
  address: text(240),
  accessNotes: text(2000),
  startsAt: z.string(common.fieldMissing).regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, common.fieldNotDate),
  pitchMinutes: count(1, PITCH_MINUTES_MAX),
  tieSource: text(200),
  ...offerFields(wordsIn('en')),
});

const isStockSize = (typed: string) =>
  /^\d{2,4}$/.test(typed) && Number(typed) >= STOCK_MIN && Number(typed) <= STOCK_MAX;

const stockSize = z
  .string()
  .trim()
  .default('')
  .refine((typed) => typed === '' || isStockSize(typed), stockDesk.sizeWrong)
  .transform((typed) => (typed === '' ? null : Number(typed)));

/** How many codes anybody may have; empty where nobody may. */
export const fixForm = z.object({ signUps: stockSize, straws: stockSize });

export const sheetsForm = z.object({
  count: count(1, SHEETS_MAX),
  understood: z.literal('on', pitchDay.tickFirst),
});

/** What cannot be undone asks for a tick, in a field of its own for each button. */
export const judgingForm = z.object({
  intent: z.enum(['open', 'judges', 'sheets'], common.fieldNotChosen),
  understood: z.string().optional(),
  insteadUnderstood: z.string().optional(),
});

export const paperForm = z.object({
  printed: count(0, 100_000),
  returned: count(0, 100_000),
  spoiled: count(0, 100_000),
  countedBy: text(80),
  checkedBy: text(80),
});

/** What fell, as one of two people read it. */
export const throwForm = z.object({ value: text(THROWN_MAX) });

/** A step that cannot be undone. */
export const tickedForm = z.object({ understood: z.literal('on', pitchDay.tickFirst) });

export const pressForm = z.object({
  version: z.coerce.number(common.fieldNotNumber).int(),
  press: z.enum(PRESSES, common.fieldNotChosen),
  understood: z.string().optional(),
});

/** Of an order as a page shows it. */
export const orderForm = z.object({ version: z.coerce.number(common.fieldNotNumber).int() });

/** A pitch moved by a button, or dragged to a place. */
export const moveForm = orderForm.extend({
  id: z.string(common.fieldMissing),
  place: z.coerce.number(common.fieldNotNumber).int().min(1).optional(),
});

/** The buttons of the manager's desk. */
export const deskForm = z.enum([
  'up',
  'down',
  'place',
  'draw',
  'take-in',
  'fix',
  'take-back',
  'void',
  'freeze',
  'certify',
  'count',
]);

export type DeskIntent = z.output<typeof deskForm>;
