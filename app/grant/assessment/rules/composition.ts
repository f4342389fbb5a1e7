export type MemberKind = 'participant' | 'staff' | 'funder' | 'expert';
export type MemberState = 'invited' | 'accepted' | 'declined' | 'left';

export type Composition = {
  /** Members who have said yes and have not left. */
  readonly accepted: number;
  readonly participants: number;
  /** Rounded down, so that the meter never shows a share that was not reached. */
  readonly sharePercent: number;
  readonly shareMinPercent: number;
  /** How many more participants would have to say yes; null when no number of them would be enough. */
  readonly participantsMissing: number | null;
  readonly isMet: boolean;
};

/**
 * Says whether enough of a panel are people like those who apply. An empty panel never is.
 *
 * @param shareMinPercent  whole percent from 0 to 100, as the call promised
 */
export function compositionOf(
  members: readonly { readonly kind: MemberKind; readonly state: MemberState }[],
  shareMinPercent: number,
): Composition {
  const seated = members.filter((member) => member.state === 'accepted');
  const accepted = seated.length;
  const participants = seated.filter((member) => member.kind === 'participant').length;
  return {
    accepted,
    participants,
    sharePercent: accepted === 0 ? 0 : Math.floor((100 * participants) / accepted),
    shareMinPercent,
    participantsMissing: participantsMissing(participants, accepted, shareMinPercent),
    isMet: accepted > 0 && reaches(participants, accepted, shareMinPercent),
  };
}

/** Whole numbers on both sides: one of three reaches 33 percent and does not reach 34. */
function reaches(participants: number, accepted: number, shareMinPercent: number): boolean {
  return 100 * participants >= shareMinPercent * accepted;
}

/** Every participant who joins makes the panel larger too; beside anybody else they never become all of it. */
function participantsMissing(participants: number, accepted: number, shareMinPercent: number): number | null {
  if (shareMinPercent === 100 && participants < accepted) return null;
  let missing = accepted === 0 ? 1 : 0;
  while (!reaches(participants + missing, accepted + missing, shareMinPercent)) missing += 1;
  return missing;
}
