/** A figure as it may be shown: rounded, or hidden because it is small or would give a small one away. */
export type ShownCount = { readonly code: string; readonly count: number | null };

export const CELL_MIN = 10;
const ROUNDED_TO = 5;

/**
 * Hides what could point at somebody and rounds the rest to the nearest five. Where exactly one figure of a question
 * is hidden, the smallest of the others is hidden too, so that nobody can take the rest from the sum.
 *
 * @param counts  how many gave each answer to one question; an answer that nobody gave is 0, and is hidden like the rest
 * @source        Office for National Statistics, policy on protecting confidentiality in tables: thresholds, rounding
 *                and secondary suppression
 */
export function shownCounts(counts: readonly { readonly code: string; readonly count: number }[]): ShownCount[] {
  const hidden = new Set(counts.filter(({ count }) => count < CELL_MIN).map(({ code }) => code));
  if (hidden.size === 1) {
    const others = counts.filter(({ code }) => !hidden.has(code)).toSorted((one, other) => one.count - other.count);
    if (others[0] !== undefined) hidden.add(others[0].code);
  }
  return counts.map(({ code, count }) => ({
    code,
    count: hidden.has(code) ? null : Math.round(count / ROUNDED_TO) * ROUNDED_TO,
  }));
}
