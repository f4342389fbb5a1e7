import type { CallDraft } from './draft.ts';

/** How a call decides unless its manager says otherwise: the rule of the programme this portal grew out of. */
export const USUAL_DECISION = {
  videoAllowed: true,
  videoSecondsMax: 180,
  participantShareMinPercent: 33,
  hasPitchDay: true,
  panelWeightPercent: 60,
  publicWeightPercent: 40,
  minimumSupportPercent: 10,
  choicesMax: 3,
  choicesRanked: false,
  roomPotMinor: 0,
  judgesMin: 0,
  tieRule: 'lot',
} as const satisfies Partial<CallDraft>;
