import { z } from 'zod';
import type { Id } from '#app/kernel/id.ts';
import { type Currency, parseMinor } from '#app/kernel/money.ts';
import { feedbackFields, readFeedbackFrom } from '#app/ui/feedback-date.ts';
import { readLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import {
  LETTER_BODY_MAX,
  LETTER_FEEDBACK_MAX,
  LETTER_SUBJECT_MAX,
} from '../assessment/rules/deciding/letter-limits.ts';
import { AWARDS_MAX } from '../call/rules/draft.ts';
import { type AwardsChosen, type OutcomeName, type Problem, type ProblemName, REASON_MAX } from './rules/deciding.ts';
import { TRANCHE_PLAN_NAMES, type TranchePlan } from './rules/tranche-plan.ts';

const { language, words } = wordsIn('en');
const { common, award } = words;

/** Field names with an id in them, so that every row of a list is a field of its own. */
export const fieldNames = {
  outcome: (applicationId: Id) => `outcome-${applicationId}`,
  amount: (applicationId: Id) => `amount-${applicationId}`,
  reason: (applicationId: Id) => `reason-${applicationId}`,
  nearly: (applicationId: Id) => `nearly-${applicationId}`,
  plan: (applicationId: Id) => `plan-${applicationId}`,
} as const;

/** Which field a problem of the decision is about. */
export const PROBLEM_FIELDS: Readonly<Record<ProblemName, keyof typeof fieldNames>> = {
  'amount-missing': 'amount',
  'amount-above-asked': 'amount',
  'reason-missing': 'reason',
  'reason-too-long': 'reason',
  'not-shortlisted': 'outcome',
};

/** The problems of a decision as errors of the form's fields. */
export function problemErrors(problems: readonly Problem[]): Record<string, string> {
  return Object.fromEntries(
    problems.map(({ applicationId, problem }) => [
      fieldNames[PROBLEM_FIELDS[problem]](applicationId),
      award.problems[problem],
    ]),
  );
}

const OUTCOMES: readonly OutcomeName[] = ['awarded', 'reserve', 'declined'];

/**
 * The whole decision as it is typed. Amounts that cannot be read arrive as null: the rule says what is missing,
 * so that a draft with gaps can be saved.
 */
export function decisionForm(
  rankedIds: readonly Id[],
  others: readonly { readonly applicationId: Id; readonly isIneligible: boolean }[],
  call: { readonly currency: Currency; readonly timeZone: string },
) {
  const otherIds = others.map((other) => other.applicationId);
  const text = z.string().default('');
  const tick = z.literal('on').optional();
  const rows = [...rankedIds, ...otherIds].flatMap((id) => [
    [fieldNames.outcome(id), text],
    [fieldNames.amount(id), text],
    [fieldNames.reason(id), text],
    [fieldNames.nearly(id), tick],
  ]);
  return z
    .object({ ...Object.fromEntries(rows), publicReason: text, reserveUntil: text })
    .transform((posted): AwardsChosen => {
      const { publicReason, reserveUntil, ...rest } = posted as { publicReason: string; reserveUntil: string };
      const until = readLocalTime(reserveUntil, call.timeZone);
      const typed: Readonly<Record<string, string | undefined>> = rest;
      const choice = (applicationId: Id, outcome: OutcomeName) => ({
        applicationId,
        outcome,
        amountMinor: parseMinor(typed[fieldNames.amount(applicationId)] ?? '', call.currency),
        reason: typed[fieldNames.reason(applicationId)] ?? '',
        nearly: typed[fieldNames.nearly(applicationId)] === 'on',
      });
      return {
        choices: [
          ...rankedIds.map((id) => ({
            ...choice(id, outcomeIn(typed[fieldNames.outcome(id)])),
            ineligible: typed[fieldNames.outcome(id)] === 'ineligible',
          })),
          ...others.map((other) => ({ ...choice(other.applicationId, 'declined'), ineligible: other.isIneligible })),
        ],
        publicReason,
        reserveUntil: until.ok ? until.value : null,
      };
    });
}

function outcomeIn(typed: string | undefined): OutcomeName {
  return OUTCOMES.find((name) => name === typed) ?? 'declined';
}

/** What was typed, as the form would post it again. */
export function formDataOf(typed: Readonly<Record<string, readonly string[]>>): FormData {
  const formData = new FormData();
  for (const [name, values] of Object.entries(typed)) for (const value of values) formData.append(name, value);
  return formData;
}

/** The fields of a form, without the button that sent it. */
export function typedIn(formData: FormData): Record<string, string[]> {
  // A map, because a field may be called "constructor", which every object has already.
  const typed = new Map<string, string[]>();
  for (const [name, value] of formData) {
    if (name === 'intent' || typeof value !== 'string') continue;
    typed.set(name, [...(typed.get(name) ?? []), value]);
  }
  return Object.fromEntries(typed);
}

const sure = z.literal('on', award.refusals['sure-missing']);

/** The first person's tick, and when feedback goes out; `savedAt` says which draft was on the page. */
export function lockForm(timeZone: string) {
  return z.object({ sure, savedAt: z.string().default(''), ...feedbackFields }).transform((typed, check) => ({
    savedAt: typed.savedAt,
    feedbackFrom: readFeedbackFrom(typed, timeZone, check),
  }));
}

const plan = z.enum(TRANCHE_PLAN_NAMES as [TranchePlan, ...TranchePlan[]], common.fieldNotChosen);

/** How each award is paid, and the tick that sends the letters. */
export function offersForm(applicationIds: readonly Id[]) {
  const plans = Object.fromEntries(applicationIds.map((id) => [fieldNames.plan(id), plan]));
  return z.object({ ...plans, sure }).transform((posted): Record<Id, TranchePlan> => {
    const typed = posted as unknown as Readonly<Record<string, TranchePlan>>;
    return Object.fromEntries(applicationIds.map((id) => [id, typed[fieldNames.plan(id)] ?? 'at-once']));
  });
}

/** A free place for the next group on the reserve list. */
export function reserveOfferForm(currency: Currency) {
  return z.object({
    applicationId: z.string(),
    amount: z.string(common.fieldMissing).transform((text, check) => {
      const minor = parseMinor(text, currency);
      if (minor === null) check.addIssue({ code: 'custom', message: common.fieldNotMoney });
      return minor ?? 0;
    }),
    plan,
  });
}

export const closeReserveForm = z.object({
  applicationId: z.string(),
  reason: z.string(award.refusals['reason-missing']).trim().max(REASON_MAX, award.refusals['reason-too-long']),
});

export const offerAgainForm = z.object({ awardId: z.string() });

export const acceptForm = z.object({
  agreementHash: z.string().default(''),
  typedName: z.string(award.refusals['name-missing']).trim().min(1, award.refusals['name-missing']).max(120),
  agree: z.literal('on', award.agreeMissing),
});

export const refuseForm = z.object({ sure: z.literal('on', award.refusals['sure-missing']) });

/** The second person's tick, with what was on her screen. */
export const agreeForm = z.object({ sure, hash: z.string().default('') });

const upTo = (max: number) => z.string(common.fieldMissing).max(max, say(language, common.fieldTooLong, { max }));
const isWritten = (text: string) => text.trim() !== '';

/** The same letter with sentences taken out, once two people have decided. */
export const shortenForm = z.object({
  applicationId: z.string().default(''),
  shown: z.string().default(''),
  body: upTo(LETTER_BODY_MAX).refine(isWritten, common.fieldMissing),
  feedback: upTo(LETTER_FEEDBACK_MAX).default(''),
});

/** A letter as a manager has rewritten it. */
export const letterForm = z.object({
  applicationId: z.string().default(''),
  shown: z.string().default(''),
  subject: upTo(LETTER_SUBJECT_MAX).refine(isWritten, common.fieldMissing),
  body: upTo(LETTER_BODY_MAX).refine(isWritten, common.fieldMissing),
  feedback: upTo(LETTER_FEEDBACK_MAX).default(''),
});

const wholeBetween = (least: number, most: number, wrong: string) =>
  z.coerce.number(wrong).int(wrong).min(least, wrong).max(most, wrong);

/** Another rule, tried out. */
export const whatIfForm = z.object({
  panel: wholeBetween(0, 100, words.whatIf.wrongPanel),
  support: wholeBetween(0, 100, words.whatIf.wrongSupport),
  awards: wholeBetween(1, AWARDS_MAX, words.whatIf.wrongAwards),
});
