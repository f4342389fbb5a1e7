import { MINUTE, SECOND } from '#app/kernel/instant.ts';
import { done, type Outcome } from '#app/kernel/outcome.ts';
import { type LocalTimeFault, readLocalTime, writeLocalTime } from '#app/ui/local-time.ts';
import type { OfferedDay } from '../commands/offer-day.server.ts';
import type { DayOffer } from '../queries/desk.server.ts';

type Typed = Pick<OfferedDay, 'interpreters' | 'childcare' | 'food' | 'travelMoney'> & {
  readonly questionMinutes: number;
  readonly places?: number | undefined;
  readonly closesAt?: string | undefined;
};

/** What the day offers as the form has it. */
export function readOffer(typed: Typed, timeZone: string): Outcome<OfferedDay, LocalTimeFault> {
  const { questionMinutes, places, closesAt, interpreters, childcare, food, travelMoney } = typed;
  const closes = closesAt === undefined ? done(null) : readLocalTime(closesAt, timeZone);
  if (!closes.ok) return closes;
  return done({
    interpreters,
    childcare,
    food,
    travelMoney,
    places: places ?? null,
    questionSeconds: (questionMinutes * MINUTE) / SECOND,
    signUpClosesAt: closes.value,
  });
}

/** The same, as the fields of the form show it. */
export function offerValues(offer: DayOffer | null, timeZone: string) {
  if (offer === null) return {};
  return {
    questionMinutes: String((offer.questionSeconds * SECOND) / MINUTE),
    places: offer.places === null ? '' : String(offer.places),
    interpreters: offer.interpreters,
    childcare: offer.childcare,
    food: offer.food,
    travelMoney: offer.travelMoney,
    closesAt: offer.signUpClosesAt === null ? '' : writeLocalTime(offer.signUpClosesAt, timeZone),
  };
}
