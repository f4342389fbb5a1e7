import { sheetForm } from '#app/grant/assessment/forms.ts';
import type { Id } from '#app/kernel/id.ts';

/** The scores of a sheet, without its words; a criterion without an answer is a gap, not a mistake. */
export function judgeForm(criteria: readonly { readonly id: Id; readonly name: string }[], reader: string) {
  return sheetForm(criteria, 'save', reader).transform(({ entries: { scores }, revision }) => ({ scores, revision }));
}
