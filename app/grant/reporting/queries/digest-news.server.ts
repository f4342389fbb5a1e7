import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { undeliveredBetween } from '#app/platform/messages.server.ts';
import { applicationCounts, applicationNews } from '../../application/queries/application-card.server.ts';
import { callsOfPartners } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';

/**
 * What is new for a partner between two moments: applications that came and went, by call, and messages that could not
 * be delivered. Numbers only: a letter lies in more mailboxes than its reader's. The caller has checked who is told.
 */
export function digestNews(context: Context, partnerId: Id, period: { after: Instant; upTo: Instant }) {
  const calls = callsOfPartners(context, [partnerId]).filter(({ state }) => state === 'published');
  const callIds = calls.map(({ id }) => id);
  const news = applicationNews(context, callIds, period.after, period.upTo);
  const counts = applicationCounts(context, callIds);
  return {
    undelivered: undeliveredBetween(context, partnerId, period.after, period.upTo),
    calls: calls.map((call) => ({
      callId: call.id,
      title: call.title,
      timeZone: call.timeZone,
      closesAt: windowOf(call, context.now) === 'open' ? call.closesAt : null,
      arrived: news.get(call.id)?.arrived ?? 0,
      takenBack: news.get(call.id)?.takenBack ?? 0,
      submitted: counts.get(call.id)?.submitted ?? 0,
      drafts: counts.get(call.id)?.draft ?? 0,
    })),
  };
}
