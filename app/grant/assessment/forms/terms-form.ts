import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { say } from '#app/words/say.ts';
import { inEachLanguage, type WaysToSay } from '#app/words/use-words.ts';
import { ABOUT_MAX, type Interest } from '../rules/panel-offer.ts';
import { LINK_NAME_MAX, LINKS_MAX, PAY_CHOICES, type SeatAgreement, type SeatLink } from '../rules/seat-terms.ts';

export const LINK_KINDS = ['organisation', 'household', 'sponsor'] as const;

const tick = z
  .literal('on')
  .optional()
  .transform((sent) => sent === 'on');

/** What the sign-up and the seat both ask. */
const shared = ({ words: { panelPeople: text } }: WaysToSay, isPaid: boolean) => ({
  reads: z.array(z.enum(LANGUAGES), text.readsMissing).min(1, text.readsMissing),
  minutesMax: z
    .string(text.refusals['minutes-off-limits'])
    .regex(/^\d{1,4}$/, text.refusals['minutes-off-limits'])
    .transform(Number),
  // Where nothing is paid nothing is asked.
  payChoice: isPaid ? z.enum(PAY_CHOICES, text.payAskedMissing) : z.enum(PAY_CHOICES).default('none'),
  needsChildcare: tick,
  needsTravel: tick,
});

/** Somebody puts their name down. */
export const interestForm = inEachLanguage((ways) => ({
  paid: interestIn(ways, true),
  unpaid: interestIn(ways, false),
}));

/** Somebody takes a seat, or says anew on what terms they sit there. */
export const termsForm = inEachLanguage((ways) => ({ paid: termsIn(ways, true), unpaid: termsIn(ways, false) }));

function interestIn(ways: WaysToSay, isPaid: boolean) {
  const { words, language } = ways;
  return z
    .object({
      ...shared(ways, isPaid),
      about: z
        .string()
        .trim()
        .max(ABOUT_MAX, say(language, words.common.fieldTooLong, { max: ABOUT_MAX }))
        .default(''),
      consent: z.literal('on', words.panelPeople.interestConsentMissing),
    })
    .transform(({ consent: _, ...interest }): Interest => interest);
}

function termsIn(ways: WaysToSay, isPaid: boolean) {
  const { words, language } = ways;
  const text = words.panelPeople;
  const names = z
    .string()
    .default('')
    .transform((typed) => namesIn(typed))
    .refine((found) => found.every((name) => name.length <= LINK_NAME_MAX), {
      error: say(language, text.linkTooLong, { max: LINK_NAME_MAX }),
    });
  return z
    .object({
      ...shared(ways, isPaid),
      minutesPerDay: z
        .string(text.refusals['minutes-off-limits'])
        .regex(/^\d{1,3}$/, text.refusals['minutes-off-limits'])
        .transform(Number),
      organisation: names,
      household: names,
      sponsor: names,
      consent: z.literal('on', text.consentMissing),
    })
    .transform(({ consent: _, organisation, household, sponsor, ...terms }, check): SeatAgreement => {
      const named = { organisation, household, sponsor };
      const links = LINK_KINDS.flatMap((kind) => named[kind].map((name): SeatLink => ({ kind, name })));
      if (links.length > LINKS_MAX)
        check.addIssue({
          code: 'custom',
          path: ['organisation'],
          message: say(language, text.linksTooMany, { max: LINKS_MAX }),
        });
      return { ...terms, links };
    });
}

/** One name a line, each once. */
function namesIn(typed: string): string[] {
  const lines = typed.split('\n').map((line) => line.trim().replace(/\s+/g, ' '));
  return [...new Set(lines.filter((line) => line !== ''))];
}
