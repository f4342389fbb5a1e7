/** What one reviewer wrote on a sheet that counts. */
export type ReviewerAnswers = { readonly strength: string; readonly concern: string };

/**
 * Merges what reviewers wrote into one text without their names: first all that they liked, then all that they were
 * not sure of. Each list is in the order of its own words, so that nobody can tell which two answers belong together.
 *
 * @param headings  in the language of the letter
 * @returns         empty when nobody wrote anything
 */
export function mergedFeedback(
  sheets: readonly ReviewerAnswers[],
  headings: { readonly strengths: string; readonly concerns: string },
): string {
  return [
    part(
      headings.strengths,
      sheets.map((sheet) => sheet.strength),
    ),
    part(
      headings.concerns,
      sheets.map((sheet) => sheet.concern),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function part(heading: string, answers: readonly string[]): string {
  const said = [...new Set(answers.map((answer) => answer.trim()).filter((answer) => answer !== ''))].sort();
  return said.length === 0 ? '' : [heading, ...said.map((answer) => `• ${answer}`)].join('\n');
}
