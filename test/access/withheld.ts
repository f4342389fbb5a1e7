import type { Records, Row } from './row.ts';

/** Records that are the application, or hang on it. */
const ITS_OWN = ['applicationId', 'mediaId', 'awardId', 'milestoneId', 'payoutId', 'fileId', 'messageId'] as const;
/** Pages where applications are weighed against each other. */
const WEIGHING = /\/(decision|shortlist|ranking|fairness|lottery|meeting|panel\/ties|panel\/give-out)(\/[a-z]+)?$/;

/** The path alone: what is ticked on a list and is not on it is left out, whatever it is. */
function pathOf(row: Row, records: Records): string {
  return row.url(records).split('?', 1)[0] ?? '';
}

/** Whether a row is about the application of the table itself. */
export function isItsOwn(row: Row, records: Records): boolean {
  return ITS_OWN.some((name) => pathOf(row, records).includes(records[name]));
}

/** What is withheld from staff who must not know the application: itself, and where it is weighed against others. */
export function isWithheld(row: Row, records: Records): boolean {
  return isItsOwn(row, records) || WEIGHING.test(row.route);
}

export function titleOf(row: Row, records: Records): string {
  const { intent } = row.form(records);
  return `${row.method} ${row.url(records)}${intent === undefined ? '' : ` (${intent})`}`;
}
