import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { judgingFacts } from '../queries/judging-facts.server.ts';
import { ownEvent } from '../queries/own-event.server.ts';
import { decideEnding, decideOpening, type EndRefusal, type OpenRefusal } from '../rules/judging.ts';
import { endJudging, insertJudging, judgingStateOf, setJudgeSheetAside } from '../store/judging.server.ts';

/** The facilitator lets judges score. */
export function openJudging(context: Context, eventId: Id): Outcome<'open', OpenRefusal | 'not-found'> {
  return context.transact((tx) => {
    const own = ownEvent(context, eventId);
    if (own === null || context.actor === null) return refused('not-found');
    const { call, poll } = own;
    const state = judgingStateOf(tx, eventId);
    const decision = decideOpening({ judgesMin: call.judgesMin, state, poll });
    if (!decision.ok) return decision;
    insertJudging(tx, { eventId, openedBy: context.actor.personId, openedAt: context.now });
    return decision;
  });
}

/**
 * Ends judging for good: what is there counts as it stands, less what judges gave who are tied by now.
 *
 * @param as  `sheets` where too few judges could score: the sheets before the day then count for every pitch
 */
export function closeJudging(
  context: Context,
  eventId: Id,
  as: 'judges' | 'sheets',
): Outcome<'judges' | 'sheets', EndRefusal | 'not-found'> {
  return context.transact((tx) => {
    const own = ownEvent(context, eventId);
    if (own === null || context.actor === null) return refused('not-found');
    const { event, call, poll } = own;
    const { state, pitches, tied } = judgingFacts(context, event, call);
    const decision = decideEnding({ judgesMin: call.judgesMin, state, poll, pitches }, as);
    if (!decision.ok) return decision;
    for (const sheet of tied) setJudgeSheetAside(tx, sheet.id);
    endJudging(tx, eventId, { endedAs: as, endedBy: context.actor.personId, endedAt: context.now });
    return decision;
  });
}
