import type { Id } from '#app/kernel/id.ts';

/**
 * How a question is answered. Whatever the kind, an answer is kept as the text that was typed (see
 * `application/rules/answer-text.ts`): the kind says how it is asked, read and judged.
 */
export const QUESTION_KINDS = [
  'text',
  'line',
  'choice',
  'choices',
  'number',
  'date',
  'money-table',
  'links',
  'recording',
  'file',
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** Asked only of those who chose one of these options in an earlier question of one or several choices. */
export type Condition = { readonly questionId: Id; readonly anyOf: readonly string[] };

/** One thing an applicant is asked. */
export type QuestionDraft = {
  readonly kind: QuestionKind;
  /** The heading it stands under, with others of the same section; empty for none. */
  readonly section: string;
  readonly label: string;
  readonly guidance: string;
  /** For written answers; 0 where there are no words to count. */
  readonly wordsMax: number;
  /** How long it takes to answer, as the manager judges it; null lets `minutesFor` judge. */
  readonly minutes: number | null;
  readonly required: boolean;
  readonly byVideo: boolean;
  readonly byVoice: boolean;
  /** What may be chosen, for kinds that offer a choice; no two alike. */
  readonly options: readonly string[];
  readonly onlyIf: Condition | null;
};

/** What a question is unless it says otherwise: written, always asked, under no heading. */
export const PLAIN_QUESTION = {
  kind: 'text',
  section: '',
  minutes: null,
  byVideo: false,
  byVoice: false,
  options: [],
  onlyIf: null,
} as const satisfies Partial<QuestionDraft>;

export type QuestionFault =
  | 'label-empty'
  | 'words-out-of-range'
  | 'minutes-out-of-range'
  | 'options-too-few'
  | 'options-too-many'
  | 'options-alike'
  | 'option-too-long'
  | 'recording-without-way';

export const WORDS_MAX_MOST = 2_000;
export const MINUTES_MOST = 240;
export const QUESTIONS_MAX = 30;
export const OPTIONS_MAX = 20;
export const OPTION_CHARACTERS_MAX = 200;

/** What is wrong with one question by itself, by field; one fault a field. */
export function questionFaults(draft: QuestionDraft): { field: keyof QuestionDraft; fault: QuestionFault }[] {
  const { options } = draft;
  const checks: readonly (readonly [keyof QuestionDraft, QuestionFault, boolean])[] = [
    ['label', 'label-empty', draft.label.trim() === ''],
    ['wordsMax', 'words-out-of-range', hasWords(draft.kind) && !isWhole(draft.wordsMax, 1, WORDS_MAX_MOST)],
    ['minutes', 'minutes-out-of-range', draft.minutes !== null && !isWhole(draft.minutes, 1, MINUTES_MOST)],
    ['options', 'options-too-few', offersChoice(draft.kind) && options.length < 2],
    ['options', 'options-too-many', options.length > OPTIONS_MAX],
    ['options', 'options-alike', new Set(options).size < options.length],
    ['options', 'option-too-long', options.some((option) => option.length > OPTION_CHARACTERS_MAX)],
    ['byVideo', 'recording-without-way', draft.kind === 'recording' && !draft.byVideo && !draft.byVoice],
  ];
  const faults = checks.filter(([, , isWrong]) => isWrong).map(([field, fault]) => ({ field, fault }));
  return faults.filter(({ field }, place) => faults.findIndex((other) => other.field === field) === place);
}

/** The question with everything that its kind does not use emptied, so that nothing hidden is published. */
export function tidied(draft: QuestionDraft): QuestionDraft {
  return {
    ...draft,
    wordsMax: hasWords(draft.kind) ? draft.wordsMax : 0,
    byVideo: maySpeak(draft.kind) && draft.byVideo,
    byVoice: maySpeak(draft.kind) && draft.byVoice,
    options: offersChoice(draft.kind) ? draft.options : [],
  };
}

/** Kinds whose answer is written and has a longest length in words. */
export function hasWords(kind: QuestionKind): boolean {
  return kind === 'text' || kind === 'line';
}

/** Kinds that offer options to choose from. */
export function offersChoice(kind: QuestionKind): boolean {
  return kind === 'choice' || kind === 'choices';
}

/** Kinds that may be answered by voice or on video; a recording can be answered in no other way. */
export function maySpeak(kind: QuestionKind): boolean {
  return kind === 'text' || kind === 'recording';
}

function isWhole(number: number, least: number, most: number): boolean {
  return Number.isInteger(number) && number >= least && number <= most;
}
