/**
 * Whether a declined group has had this very answer: the letter about the shortlist said the same words,
 * and there is nothing to add.
 */
export function isToldAlready(
  declined: { readonly reason: string; readonly nearly: boolean },
  shortlisting: { readonly decision: 'shortlisted' | 'not-shortlisted'; readonly reason: string } | null,
): boolean {
  return (
    shortlisting?.decision === 'not-shortlisted' &&
    shortlisting.reason.trim() === declined.reason.trim() &&
    !declined.nearly
  );
}
