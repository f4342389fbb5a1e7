export type Short = {
  /** How many sheets fewer than were promised. */
  readonly missing: number;
  /** Fewer of its sheets are participants' than the call promised. */
  readonly isBelowShare: boolean;
};

/**
 * What one application lacks of what was promised, by the sheets that are in and count; null where it lacks nothing.
 *
 * @param promised  how many reviews each application gets, and whole percent of participants
 */
export function shortOf(
  handedIn: { readonly sheets: number; readonly byParticipants: number },
  promised: { readonly reviews: number; readonly shareMinPercent: number },
): Short | null {
  const missing = Math.max(0, promised.reviews - handedIn.sheets);
  // As for a panel: whole numbers on both sides. Of no sheets there is no share; they are missing.
  const isBelowShare = 100 * handedIn.byParticipants < promised.shareMinPercent * handedIn.sheets;
  return missing > 0 || isBelowShare ? { missing, isBelowShare } : null;
}
