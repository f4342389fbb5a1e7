import { z } from 'zod';
import type { Id } from '#app/kernel/id.ts';
import { feedbackFields, readFeedbackFrom } from '#app/ui/feedback-date.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { LETTER_BODY_MAX, LETTER_FEEDBACK_MAX, LETTER_SUBJECT_MAX } from '../rules/deciding/letter-limits.ts';
import { PENDING, type PendingName, SHORTLIST_REASON_MAX } from '../rules/deciding/pending-names.ts';

const { language, words } = wordsIn('en');
const { common, assessment } = words;

/** Field names with an id in them, so that every row of a list is a field of its own. */
export const rowNames = {
  decision: (applicationId: Id) => `decision-${applicationId}`,
  reason: (applicationId: Id) => `reason-${applicationId}`,
  nearly: (applicationId: Id) => `nearly-${applicationId}`,
  /** What the form showed of the row. */
  shown: (applicationId: Id) => `shown-${applicationId}`,
} as const;

const reason = z
  .string()
  .trim()
  .max(SHORTLIST_REASON_MAX, say(language, common.fieldTooLong, { max: SHORTLIST_REASON_MAX }))
  .default('');

/** The rows of one page; a row where nothing is chosen is no row yet. */
export function pendingForm(applicationIds: readonly Id[]) {
  return z
    .object({
      ...Object.fromEntries(applicationIds.map((id) => [rowNames.decision(id), z.enum(PENDING).optional()])),
      ...Object.fromEntries(applicationIds.map((id) => [rowNames.reason(id), reason])),
      ...Object.fromEntries(applicationIds.map((id) => [rowNames.nearly(id), z.literal('on').optional()])),
      ...Object.fromEntries(applicationIds.map((id) => [rowNames.shown(id), z.string().default('')])),
    })
    .transform((posted) => {
      const fields = posted as Record<string, string | undefined>;
      return applicationIds.flatMap((applicationId) => {
        const decision = PENDING.find((name) => name === fields[rowNames.decision(applicationId)]);
        if (decision === undefined) return [];
        const choice = {
          applicationId,
          decision,
          reason: fields[rowNames.reason(applicationId)] ?? '',
          nearly: decision === 'declined' && fields[rowNames.nearly(applicationId)] === 'on',
        };
        return [{ choice, shown: fields[rowNames.shown(applicationId)] ?? '' }];
      });
    });
}

/** For how many places the ranking fills in the choices. */
export const fillForm = z.object({
  top: z.string(common.fieldMissing).transform((typed, check) => {
    const size = shortlistSizeIn(typed);
    if (size === null) check.addIssue({ code: 'custom', message: common.fieldNotNumber });
    return size ?? 0;
  }),
  replace: z.literal('on').optional(),
});

/** The usual reasons, by what is chosen. */
export const usualForm = z.object({ reasonYes: reason, reasonNo: reason, reasonIneligible: reason }).transform(
  (typed): Record<PendingName, string> => ({
    shortlisted: typed.reasonYes,
    declined: typed.reasonNo,
    ineligible: typed.reasonIneligible,
  }),
);

/** The tick under a button of the check. */
export const sureForm = z.object({ sure: z.literal('on', assessment.sureMissing) });

/** The second person's tick, with what was on her screen. */
export const confirmForm = sureForm.extend({ hash: z.string().default('') });

/** When feedback goes out, and the tick: null is with the letter. */
export function lockForm(timeZone: string) {
  return sureForm
    .extend(feedbackFields)
    .transform((typed, check) => ({ feedbackFrom: readFeedbackFrom(typed, timeZone, check) }));
}

const long = (max: number) =>
  z
    .string()
    .max(max, say(language, common.fieldTooLong, { max }))
    .default('');

/** A letter as a manager has rewritten it. */
export const letterForm = z.object({
  applicationId: z.string().default(''),
  shown: z.string().default(''),
  subject: long(LETTER_SUBJECT_MAX).refine((text) => text.trim() !== '', common.fieldMissing),
  body: long(LETTER_BODY_MAX).refine((text) => text.trim() !== '', common.fieldMissing),
  feedback: long(LETTER_FEEDBACK_MAX),
});

/** For how many places to ask the ranking, as written in the address; null when it is no sensible number. */
export function shortlistSizeIn(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,3}$/.test(text) ? Number(text) : null;
}
