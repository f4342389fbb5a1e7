import { fieldNames, sheetForm, sheetValues } from '#app/grant/assessment/forms.ts';
import type { Id } from '#app/kernel/id.ts';
import type { JudgeScores } from '../rules/judging.ts';

/** The scores of a sheet, without its words; a criterion without an answer is a gap, not a mistake. */
export function judgeForm(criteria: readonly { readonly id: Id; readonly name: string }[], reader: string) {
  return sheetForm(criteria, 'save', reader).transform(({ entries: { scores }, revision }) => ({ scores, revision }));
}

/** The fields of the same as a page shows them. */
export function judgeValues(criteria: readonly { readonly id: Id }[], scores: JudgeScores) {
  const values = sheetValues(criteria, { scores, strength: '', concern: '' });
  return Object.fromEntries(
    criteria.map(({ id }) => [fieldNames.score(id), values[fieldNames.score(id)] ?? '']),
  ) as Readonly<Record<string, string>>;
}
