/** One thing an applicant is asked. */
export type QuestionDraft = {
  readonly label: string;
  readonly guidance: string;
  readonly wordsMax: number;
  readonly required: boolean;
  readonly byVideo: boolean;
};

export type QuestionFault = 'label-empty' | 'words-out-of-range';

export const WORDS_MAX_MOST = 2_000;
export const QUESTIONS_MAX = 30;

/** What is wrong with one question, by field. */
export function questionFaults(draft: QuestionDraft): { field: keyof QuestionDraft; fault: QuestionFault }[] {
  const faults: { field: keyof QuestionDraft; fault: QuestionFault }[] = [];
  if (draft.label.trim() === '') faults.push({ field: 'label', fault: 'label-empty' });
  if (!Number.isInteger(draft.wordsMax) || draft.wordsMax < 1 || draft.wordsMax > WORDS_MAX_MOST) {
    faults.push({ field: 'wordsMax', fault: 'words-out-of-range' });
  }
  return faults;
}
