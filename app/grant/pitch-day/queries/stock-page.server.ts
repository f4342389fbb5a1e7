import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callSummary } from '../../call/queries/call-facts.server.ts';
import { ballotBoxOf } from '../ballot-box/ballot-box-of.server.ts';
import { termsOf } from '../ballot-box/poll-terms.server.ts';
import type { StockLevel } from '../rules/level.ts';
import { findStock } from '../store/stock.server.ts';
import { findEventOfPoll } from '../store.server.ts';
import { codesHanded } from './codes-handed.server.ts';

/** What anybody is shown who has no code. */
export type StockPage = {
  readonly pollId: Id;
  readonly eventId: Id;
  readonly title: string;
  /** Codes are handed out while the vote is open. */
  readonly standing: 'not-yet' | 'open' | 'over';
  /** Every code is with somebody. */
  readonly isEmpty: boolean;
  readonly startsAt: Instant;
  readonly timeZone: string;
};

/** Null where the vote does not offer the level, and for a draft. No actor is checked: it is for everybody. */
export function stockPage(
  context: Pick<Context, 'db' | 'votes' | 'now'>,
  pollId: string,
  level: StockLevel,
): StockPage | null {
  const terms = termsOf(ballotBoxOf(context), pollId);
  if (terms === null || terms.state === 'draft' || !terms.manifest.levels.includes(level)) return null;
  const event = findEventOfPoll(context.db, pollId);
  const stock = event === null ? null : findStock(context.db, event.id, level);
  const handed = event === null ? null : codesHanded(context, event, level);
  if (event === null || stock === null || handed === null) return null;
  const { manifest, state } = terms;
  const isPast = context.now >= manifest.closesAt;
  return {
    pollId,
    eventId: event.id,
    title: manifest.title,
    standing: state === 'open' && !isPast ? 'open' : state === 'frozen' && !isPast ? 'not-yet' : 'over',
    isEmpty: handed >= stock.size,
    startsAt: event.startsAt,
    timeZone: callSummary(context, event.callId)?.timeZone ?? 'UTC',
  };
}
