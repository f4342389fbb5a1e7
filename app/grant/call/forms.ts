import { z } from 'zod';
import { LANGUAGES } from '#app/kernel/languages.ts';
import { type Currency, isCurrency, parseMinor } from '#app/kernel/money.ts';
import { isTimeZone, readLocalTime } from '#app/ui/local-time.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { criterionFaults, SCORES } from './rules/criteria.ts';
import { type CallDraft, draftFaults, STRANDS, TIE_RULES } from './rules/draft.ts';
import { linesOf } from './rules/lines.ts';
import { PUBLISHING_WARNINGS } from './rules/publishing.ts';
import { type Condition, QUESTION_KINDS, type QuestionDraft, questionFaults, tidied } from './rules/questions.ts';
import { slugFrom } from './rules/slug.ts';

const { common, callDesk: words } = wordsIn('en').words;

const text = (max: number) =>
  z
    .string()
    .trim()
    .max(max, say('en', common.fieldTooLong, { max }))
    .default('');
const tick = z.boolean().default(false);
const whole = z
  .string(common.fieldNotNumber)
  .trim()
  .regex(/^\d{1,6}$/, common.fieldNotNumber)
  .transform(Number);

const THEMES_MAX = 12;

/** Lengths that keep a page readable; the fields are texts, so that a wrong one is shown again as it was typed. */
const facts = {
  strand: z.enum(STRANDS, common.fieldNotChosen),
  language: z.enum(LANGUAGES, common.fieldNotChosen).default('en'),
  title: text(120),
  slug: text(60),
  summary: text(400),
  about: text(6_000),
  whoCanApply: text(3_000),
  support: text(3_000),
  themes: text(1_000),
  currency: z.string().refine(isCurrency, common.fieldNotChosen),
  potMinor: text(30),
  awardMaxMinor: text(30),
  awardsPlanned: text(10),
  timeZone: text(60),
  opensAt: text(30),
  closesAt: text(30),
  videoAllowed: tick,
  videoSecondsMax: text(10),
  participantShareMinPercent: text(10),
  hasPitchDay: tick,
  panelWeightPercent: text(10),
  publicWeightPercent: text(10),
  minimumSupportPercent: text(10),
  choicesMax: text(10),
  choicesRanked: tick,
  roomPotMinor: text(30).default(''),
  judgesMin: text(10).default(''),
  tieRule: z.enum(TIE_RULES, common.fieldNotChosen),
  invitationOnly: tick,
};
type TypedFacts = z.output<z.ZodObject<typeof facts>>;

/** The facts of a call as a manager types them: amounts in whole currency, times on the clock of the call's zone. */
export const factsForm = z.object(facts).transform(readFacts);

export const newCallForm = z
  .object({ ...facts, partnerId: z.string(common.fieldNotChosen) })
  .transform((typed, check) => ({ ...readFacts(typed, check), partnerId: typed.partnerId }));

/** Every field is read before anything is compared, so that one round shows all that is wrong. */
function readFacts(typed: TypedFacts, check: z.RefinementCtx): CallDraft {
  let isReadable = true;
  const wrong = (field: keyof CallDraft, message: string) => {
    isReadable = false;
    check.addIssue({ code: 'custom', path: [field], message });
  };
  const currency = typed.currency as Currency;
  const amount = (field: 'potMinor' | 'awardMaxMinor' | 'roomPotMinor') => {
    const minor = parseMinor(typed[field], currency);
    if (minor === null) wrong(field, words.unreadable[field]);
    return minor ?? 0;
  };
  const number = (field: WholeField) => {
    const isWhole = /^\d{1,6}$/.test(typed[field]);
    if (!isWhole) wrong(field, words.unreadable[field]);
    return isWhole ? Number(typed[field]) : 0;
  };
  const hasZone = isTimeZone(typed.timeZone);
  if (!hasZone) wrong('timeZone', words.zoneUnknown);
  const moment = (field: 'opensAt' | 'closesAt') => {
    const read = readLocalTime(typed[field], hasZone ? typed.timeZone : 'UTC');
    if (!read.ok) wrong(field, (field === 'opensAt' ? words.openingFaults : words.closingFaults)[read.reason]);
    return read.ok ? read.value : 0;
  };
  const themes = linesOf(typed.themes);
  if (themes.length > THEMES_MAX) wrong('themes', words.themesTooMany);
  if (typed.title === '') wrong('title', words.faults['title-empty']);
  const slug = typed.slug === '' ? slugFrom(typed.title) : typed.slug;
  if (slug === '' && typed.title !== '') wrong('slug', words.slugFromTitle);

  const draft: CallDraft = {
    ...typed,
    currency,
    slug,
    themes,
    potMinor: amount('potMinor'),
    awardMaxMinor: amount('awardMaxMinor'),
    awardsPlanned: number('awardsPlanned'),
    opensAt: moment('opensAt'),
    closesAt: moment('closesAt'),
    videoSecondsMax: number('videoSecondsMax'),
    participantShareMinPercent: number('participantShareMinPercent'),
    panelWeightPercent: number('panelWeightPercent'),
    publicWeightPercent: number('publicWeightPercent'),
    minimumSupportPercent: number('minimumSupportPercent'),
    choicesMax: number('choicesMax'),
    roomPotMinor: typed.roomPotMinor === '' ? 0 : amount('roomPotMinor'),
    judgesMin: typed.judgesMin === '' ? 0 : number('judgesMin'),
  };
  if (isReadable) for (const { field, fault } of draftFaults(draft)) wrong(field, words.faults[fault]);
  return draft;
}

type WholeField =
  | 'awardsPlanned'
  | 'videoSecondsMax'
  | 'participantShareMinPercent'
  | 'panelWeightPercent'
  | 'publicWeightPercent'
  | 'minimumSupportPercent'
  | 'choicesMax'
  | 'judgesMin';

/** One question. What its kind does not use may hold anything, and is emptied. */
export const questionForm = z
  .object({
    kind: z.enum(QUESTION_KINDS, common.fieldNotChosen),
    section: text(120),
    label: text(300),
    guidance: text(600),
    wordsMax: text(10),
    minutes: text(10),
    required: tick,
    byVideo: tick,
    byVoice: tick,
    options: text(5_000),
    onlyIf: z.array(z.string()).default([]),
  })
  .transform((typed, check): QuestionDraft => {
    const wrong = (field: keyof QuestionDraft, message: string) =>
      check.addIssue({ code: 'custom', path: [field], message });
    const minutes = typed.minutes === '' ? null : wholeIn(typed.minutes);
    if (Number.isNaN(minutes)) wrong('minutes', words.faults['minutes-out-of-range']);
    const onlyIf = conditionIn(typed.onlyIf);
    if (onlyIf === 'of-two-questions') wrong('onlyIf', words.conditionOfTwo);
    const draft = tidied({
      ...typed,
      wordsMax: wholeIn(typed.wordsMax),
      minutes: Number.isNaN(minutes) ? null : minutes,
      options: linesOf(typed.options),
      onlyIf: onlyIf === 'of-two-questions' ? null : onlyIf,
    });
    for (const { field, fault } of questionFaults(draft)) wrong(field, words.faults[fault]);
    return draft;
  });

/** Each ticked option arrives as the id of its question, a space, and the option. */
export function tickOf(questionId: string, option: string): string {
  return `${questionId} ${option}`;
}

function conditionIn(ticks: readonly string[]): Condition | null | 'of-two-questions' {
  const chosen = ticks.map((tick) => {
    const [questionId = '', ...option] = tick.split(' ');
    return { questionId, option: option.join(' ') };
  });
  const [first] = chosen;
  if (first === undefined) return null;
  if (chosen.some(({ questionId }) => questionId !== first.questionId)) return 'of-two-questions';
  return { questionId: first.questionId, anyOf: chosen.map(({ option }) => option) };
}

function wholeIn(typed: string): number {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
}

/** The words of score 3 are typed in the field `anchor3`; an empty one is not written yet. */
export const criterionForm = z
  .object({
    name: text(80),
    question: text(300),
    weightPercent: whole,
    anchor1: text(300),
    anchor2: text(300),
    anchor3: text(300),
    anchor4: text(300),
    anchor5: text(300),
  })
  .transform(({ name, question, weightPercent, ...anchors }, check) => {
    const written = SCORES.map((score) => ({ score, words: anchors[`anchor${score}`] }));
    const draft = { name, question, weightPercent, anchors: written.filter((anchor) => anchor.words !== '') };
    for (const { field, fault } of criterionFaults(draft)) {
      check.addIssue({ code: 'custom', path: [field], message: words.faults[fault] });
    }
    return draft;
  });

export const orderForm = z.object({ id: z.string(), direction: z.enum(['up', 'down']) });

/** What the list of questions sends: a new order, or the question to put back. */
export const questionListForm = z.object({
  id: z.string(),
  direction: z.enum(['up', 'down', 'put-back']),
});

export const publishForm = z.object({
  warnings: z.array(z.enum(PUBLISHING_WARNINGS)).default([]),
  sure: z.boolean(words.publishSureNeeded),
});
