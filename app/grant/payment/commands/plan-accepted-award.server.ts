import type { Keeper } from '#app/platform/outbox.server.ts';
import { planTranches } from './plan-tranches.server.ts';

/**
 * Plans the tranches of an award that was just accepted. Where the money is not booked yet, nothing is late:
 * booking it plans every award that waits, so the promise is kept either way.
 */
export const planAcceptedAward: Keeper = async (context, promised) => {
  planTranches(context, promised.subjectId);
  return () => undefined;
};
