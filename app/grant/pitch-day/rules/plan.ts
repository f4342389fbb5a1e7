import { HOUR, type Instant } from '#app/kernel/instant.ts';
import type { Currency, Minor } from '#app/kernel/money.ts';
import { type Manifest, RUNS_MAX } from './manifest.ts';

export const PITCH_MINUTES_MAX = 30;
export const SHEETS_MAX = 500;

/** Enough for a hall that starts early and for one that runs very late; the facilitator opens and closes within it. */
export function voteWindow(startsAt: Instant): { readonly opensAt: Instant; readonly closesAt: Instant } {
  return { opensAt: startsAt - HOUR, closesAt: startsAt + 12 * HOUR };
}

/**
 * By how much every voter's share grows from run to run: one unit of the currency, as in the published references. A yen buys
 * too little: a hall's pot would take a hundred times the runs, which two programs outside the portal have to repeat.
 */
export const SHARE_STEP_MINOR: Readonly<Record<Currency, Minor>> = {
  GBP: 100,
  EUR: 100,
  USD: 100,
  PLN: 100,
  CHF: 100,
  JPY: 100,
  KWD: 1_000,
};

/**
 * What a ballot paper with this many pitches can promise of what the call planned.
 *
 * @param call        as published
 * @param costsMinor  what each pitch asks for; a step grows tenfold while a count could take too many runs with it
 */
export function paperTerms(
  call: {
    readonly awardsPlanned: number;
    readonly choicesMax: number;
    readonly choicesRanked: boolean;
    readonly roomPotMinor: Minor;
    readonly currency: Currency;
  },
  costsMinor: readonly Minor[],
): Pick<Manifest, 'rule' | 'seats' | 'budgetMinor' | 'incrementMinor' | 'maxChoices'> {
  const maxChoices = Math.min(call.choicesMax, costsMinor.length);
  if (call.roomPotMinor === 0) {
    const seats = Math.min(call.awardsPlanned, costsMinor.length);
    return { rule: call.choicesRanked ? 'scottish_stv' : 'approval', seats, budgetMinor: null, maxChoices };
  }
  const enough = call.roomPotMinor + Math.max(0, ...costsMinor);
  let incrementMinor = SHARE_STEP_MINOR[call.currency];
  while (enough > RUNS_MAX * incrementMinor) incrementMinor *= 10;
  return { rule: 'mes_cost_add1', seats: null, budgetMinor: call.roomPotMinor, incrementMinor, maxChoices };
}
