import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { readLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import type { NewMentor } from './commands/add-mentor.server.ts';
import { MENTOR_HOURS_MAX } from './rules/adding-mentor.ts';
import { CHECK_IN_TEXT_MAX, type Day, FEELS } from './rules/checking-in.ts';
import { MILESTONE_TITLE_MAX } from './rules/milestones.ts';

const { words, language } = wordsIn('en');
const { common, mentoring } = words;

const needed = (max: number) =>
  z
    .string(common.fieldMissing)
    .trim()
    .min(1, common.fieldMissing)
    .max(max, say(language, common.fieldTooLong, { max }));
const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, say(language, common.fieldTooLong, { max }))
    .default('');

export const mentorForm = z
  .object({
    partnerId: z.string(common.fieldNotChosen),
    name: needed(120),
    email: z.string(common.fieldMissing).trim().max(254, common.fieldNotEmail).pipe(z.email(common.fieldNotEmail)),
    about: text(400),
    skills: text(400),
    languages: z.array(z.enum(LANGUAGES)).min(1, mentoring.languagesMissing),
    city: text(80),
    hoursAMonth: z
      .string(common.fieldNotNumber)
      .trim()
      .regex(/^\d{1,3}$/, common.fieldNotNumber)
      .transform(Number)
      .refine((hours) => hours >= 1 && hours <= MENTOR_HOURS_MAX, mentoring.refusals['hours-out-of-range']),
  })
  .transform(({ partnerId, skills, ...rest }): { partnerId: string; mentor: NewMentor } => ({
    partnerId,
    mentor: {
      ...rest,
      skills: skills
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    },
  }));

export const matchForm = z.object({ mentorId: z.string() });

/** A day on the calendar of a call's time zone. */
function day(timeZone: string) {
  return z.string(mentoring.dateWrong).transform((typed, check): Day => {
    const from = readLocalTime(`${typed}T00:00`, timeZone);
    const until = readLocalTime(`${typed}T23:59`, timeZone);
    if (from.ok && until.ok) return { from: from.value, until: until.value };
    check.addIssue({ code: 'custom', message: mentoring.dateWrong });
    return { from: 0, until: 0 };
  });
}

export function milestoneForm(timeZone: string) {
  return z.object({
    title: z
      .string(mentoring.refusals['title-missing'])
      .trim()
      .min(1, mentoring.refusals['title-missing'])
      .max(MILESTONE_TITLE_MAX, mentoring.refusals['title-too-long']),
    dueOn: day(timeZone),
    releasesTranche: z.literal('on').optional(),
  });
}

export const removeForm = z.object({ milestoneId: z.string() });

export const signOffForm = z.object({
  milestoneId: z.string(),
  sure: z.literal('on', mentoring.signOffSureMissing),
});

export function checkInForm(timeZone: string) {
  const long = mentoring.refusals['text-too-long'];
  const optional = z.string().trim().max(CHECK_IN_TEXT_MAX, long).default('');
  return z.object({
    heldOn: day(timeZone),
    promised: z.string(mentoring.refusals['promised-missing']).trim().min(1).max(CHECK_IN_TEXT_MAX, long),
    happened: z.string(mentoring.refusals['happened-missing']).trim().min(1).max(CHECK_IN_TEXT_MAX, long),
    changed: optional,
    helpNeeded: optional,
    feels: z
      .enum(FEELS as [string, ...string[]], common.fieldNotChosen)
      .transform((typed) => FEELS.find((name) => name === typed) ?? 'mixed'),
    milestoneId: z.string().default(''),
  });
}

export const answerForm = z.object({ checkInId: z.string(), note: text(CHECK_IN_TEXT_MAX) });
