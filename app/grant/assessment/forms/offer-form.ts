import { z } from 'zod';
import { type Currency, parseMinor } from '#app/kernel/money.ts';
import { readLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { OFFER_TEXT_MAX, type PanelOffer } from '../rules/panel-offer.ts';

const { common, panelPeopleDesk: desk } = wordsIn('en').words;

const text = z
  .string()
  .trim()
  .max(OFFER_TEXT_MAX, say('en', common.fieldTooLong, { max: OFFER_TEXT_MAX }))
  .default('');

/** What the panel asks and gives, as its manager types it: money in the currency, days in the time zone of the call. */
export function offerForm(call: { readonly currency: Currency; readonly timeZone: string }) {
  const day = z.string(desk.dayMissing).transform((typed, check) => {
    const read = readLocalTime(`${typed}T12:00`, call.timeZone);
    if (!read.ok) check.addIssue({ code: 'custom', message: desk.dayMissing });
    return read.ok ? read.value : 0;
  });
  return z
    .object({
      isRecruiting: z.literal('on').optional(),
      minutesAsked: z
        .string(desk.refusals['minutes-off-limits'])
        .regex(/^\d{1,4}$/, desk.refusals['minutes-off-limits'])
        .transform(Number),
      hourly: z
        .string()
        .trim()
        .default('')
        .transform((typed, check) => {
          if (typed === '') return null;
          const amount = parseMinor(typed, call.currency);
          if (amount === null || amount <= 0) check.addIssue({ code: 'custom', message: common.fieldNotMoney });
          return amount;
        }),
      payChoices: z.array(z.enum(['cash', 'voucher'])).default([]),
      childcare: text,
      travel: text,
      access: text,
      termFrom: day,
      termUntil: day,
    })
    .transform(
      ({ isRecruiting, hourly, payChoices, ...offer }): PanelOffer => ({
        ...offer,
        isRecruiting: isRecruiting === 'on',
        hourlyMinor: hourly,
        payChoices: hourly === null ? ['none'] : [...payChoices, 'none'],
      }),
    );
}
