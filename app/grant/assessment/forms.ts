import { z } from 'zod';
import type { Id } from '#app/kernel/id.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { countWords } from '../application/rules/words.ts';
import { COMMENT_WORDS_MAX, type SheetEntries } from './rules/scoring.ts';

const { language, words } = wordsIn('en');
const { common, assessment } = words;

/** Far above 150 words in any language, far below what could hurt. */
const COMMENT_CHARACTERS_MAX = 5_000;

/** What a radio card posts when its assessor cannot judge a criterion. */
export const CANNOT_JUDGE = 'none';

/** Field names with an id in them, so that every row of a list is a field of its own. */
export const fieldNames = {
  score: (criterionId: Id) => `score-${criterionId}`,
  reason: (applicationId: Id) => `reason-${applicationId}`,
  level: (applicationId: Id) => `level-${applicationId}`,
} as const;

export const inviteForm = z.object({
  name: z.string(assessment.inviteNameMissing).trim().min(1, assessment.inviteNameMissing).max(120, tooLong(120)),
  email: z
    .string(assessment.inviteEmailMissing)
    .trim()
    .max(254, common.fieldNotEmail)
    .pipe(z.email(assessment.inviteEmailMissing)),
  kind: z.enum(['participant', 'staff', 'funder', 'expert'], assessment.inviteKindMissing),
});

/** A tick before what cannot be undone. */
export function sureForm(name: string, missing: string = assessment.sureMissing) {
  return z.object({ [name]: z.literal('on', missing) });
}

/** A sheet as a browser sends it, and the revision that whoever wrote it had seen. */
export type SentSheet = { readonly entries: SheetEntries; readonly revision: number | undefined };

/** The fields of a sheet as a page shows and sends them. */
export function sheetValues(
  criteria: readonly { readonly id: Id }[],
  sheet: SheetEntries | null,
): Readonly<Record<string, string>> {
  const { scores, strength, concern } = sheet ?? { scores: {}, strength: '', concern: '' };
  return { ...scoreValues(criteria, scores), strength, concern };
}

/** The scores among them; empty for a criterion without an answer. */
export function scoreValues(
  criteria: readonly { readonly id: Id }[],
  scores: SheetEntries['scores'],
): Readonly<Record<string, string>> {
  const chosen = criteria.map(({ id }) => {
    const score = scores[id];
    return [fieldNames.score(id), score === undefined ? '' : score === null ? CANNOT_JUDGE : String(score)];
  });
  return Object.fromEntries(chosen);
}

/**
 * The sheet: gaps are fine while it is a draft, and named one by one when it is handed in.
 *
 * @param reader  BCP 47 tag: refusals are in the language of whoever scores
 */
export function sheetForm(
  criteria: readonly { readonly id: Id; readonly name: string }[],
  intent: 'save' | 'submit',
  reader: string,
) {
  const { language, words } = wordsIn(reader);
  const { assessment, common } = words;
  const choice = (criterion: string) =>
    z.enum(['1', '2', '3', '4', '5', CANNOT_JUDGE], say(language, assessment.scoreMissing, { criterion }));
  const comment = (missing: string) =>
    z
      .string(missing)
      .trim()
      // Before the words are counted: a page of letters without a space is one word.
      .max(COMMENT_CHARACTERS_MAX, say(language, common.fieldTooLong, { max: COMMENT_CHARACTERS_MAX }))
      .refine((text) => countWords(text) <= COMMENT_WORDS_MAX, {
        error: ({ input }) =>
          say(language, common.fieldWordsTooMany, { count: countWords(String(input)), max: COMMENT_WORDS_MAX }),
      });
  const isDraft = intent === 'save';
  const orGap = <Field extends z.ZodType>(field: Field) => (isDraft ? field.optional() : field);
  return z
    .object({
      ...Object.fromEntries(criteria.map(({ id, name }) => [fieldNames.score(id), orGap(choice(name))])),
      strength: orGap(comment(assessment.strengthMissing)),
      concern: orGap(comment(assessment.concernMissing)),
      revision: z.coerce.number().int().min(0).optional().catch(undefined),
    })
    .transform((posted): SentSheet => {
      const scores: Readonly<Record<string, unknown>> = posted;
      const answered = criteria.flatMap(({ id }) => {
        const chosen = scores[fieldNames.score(id)];
        return chosen === undefined ? [] : [[id, chosen === CANNOT_JUDGE ? null : Number(chosen)] as const];
      });
      const { strength = '', concern = '', revision } = posted;
      return { entries: { scores: Object.fromEntries(answered), strength, concern }, revision };
    });
}

function tooLong(max: number): string {
  return say(language, common.fieldTooLong, { max });
}
