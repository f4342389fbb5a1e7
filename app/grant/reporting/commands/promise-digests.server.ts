import { done } from '#app/kernel/outcome.ts';
import { everyManager } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { digestNews } from '../queries/digest-news.server.ts';
import { timeZonesOf } from '../queries/time-zones.server.ts';
import { digestPeriod, isNews } from '../rules/digest.ts';
import { findDigest, writeDigest } from '../store.server.ts';

/**
 * Promises each manager one letter a partner about what is new since the last one, when theirs is due and there is
 * anything to tell. For the scheduler.
 *
 * @returns how many letters were promised
 */
export function promiseDigests(context: Context): { promised: number } {
  const byPerson = Map.groupBy(everyManager(context), ({ personId }) => personId);
  const zones = timeZonesOf(context, [...new Set([...byPerson.values()].flat().map(({ partnerId }) => partnerId))]);
  let promised = 0;
  for (const [personId, duties] of byPerson) {
    const partnerIds = duties.map(({ partnerId }) => partnerId);
    const timeZone = zones.get(partnerIds[0] ?? '') ?? 'UTC';
    context.transact((tx) => {
      const chosen = findDigest(tx, personId);
      const period = digestPeriod(chosen.rhythm, chosen.toldUntil, context.now, timeZone);
      if (period === null) return done('not-due');
      writeDigest(tx, personId, { ...chosen, toldUntil: period.upTo });
      for (const partnerId of partnerIds) {
        const { calls, undelivered } = digestNews(context, partnerId, period);
        if (!isNews(calls, undelivered)) continue;
        const { after, upTo } = period;
        promise(tx, context, {
          kind: 'digest-due',
          subjectId: personId,
          detail: { partnerId, after: String(after), upTo: String(upTo) },
        });
        promised += 1;
      }
      return done('told');
    });
  }
  return { promised };
}
