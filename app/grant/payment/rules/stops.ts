/** Why no payment is approved: a balance is off, or the portal came back from a copy that is older than its payments. */
export type StopReason = 'drift' | 'restored';

/** How many payments are missing from a portal that came back from an older copy; 0 where none are. */
export function paymentsMissing(noted: number | null, known: number): number {
  return noted === null ? 0 : Math.max(0, noted - known);
}

/** Reads what was noted; null for nothing, and for what nobody here wrote. */
export function readPaymentsNote(words: string | null): number | null {
  return words !== null && /^\d{1,12}$/.test(words.trim()) ? Number(words) : null;
}
