import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { idsUnderReview } from '../../application/queries/application-card.server.ts';
import { type Likeness, likelyTies } from '../rules/found-ties.ts';
import { declarationsOf } from '../store/panel.server.ts';
import { findCleared } from '../store/ties.server.ts';
import { tieFacts } from './tie-facts.server.ts';

/** What is alike and nobody has said anything about yet. No actor is checked. */
export function openLikenesses(context: Pick<Context, 'db'>, callId: Id): Likeness[] {
  const { seats, groups } = tieFacts(context, callId, idsUnderReview(context, callId));
  const settled = new Set([
    ...declarationsOf(context.db, callId).flatMap((row) =>
      row.level === 'hard' ? [`${row.memberId} ${row.applicationId}`] : [],
    ),
    ...findCleared(context.db, callId).map((row) => `${row.memberId} ${row.applicationId} ${row.ground}`),
  ]);
  return likelyTies(seats, groups).filter(({ memberId, applicationId, ground }) => {
    const pair = `${memberId} ${applicationId}`;
    return !settled.has(pair) && !settled.has(`${pair} ${ground}`);
  });
}
