import { HOUR, type Instant } from '#app/kernel/instant.ts';
import type { CountingRule } from './manifest.ts';

export const PITCH_MINUTES_MAX = 30;
export const SHEETS_MAX = 500;

/** Enough for a hall that starts early and for one that runs very late; the facilitator opens and closes within it. */
export function voteWindow(startsAt: Instant): { readonly opensAt: Instant; readonly closesAt: Instant } {
  return { opensAt: startsAt - HOUR, closesAt: startsAt + 12 * HOUR };
}

/**
 * What a ballot paper with this many pitches can promise of what the call planned.
 *
 * @param call  `awardsPlanned` and `choicesMax` as published
 */
export function paperTerms(
  call: { readonly awardsPlanned: number; readonly choicesMax: number },
  pitches: number,
): { readonly rule: CountingRule; readonly seats: number; readonly maxChoices: number } {
  return {
    rule: 'approval',
    seats: Math.min(call.awardsPlanned, pitches),
    maxChoices: Math.min(call.choicesMax, pitches),
  };
}
