import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { type Composition, compositionOf } from '../rules/composition.ts';
import { seatedOn } from '../store/panel-makeup.server.ts';
import { shortlistedCalls } from '../store/shortlistings.server.ts';

/**
 * Who decided, in numbers, for everybody who reads a result: by call, and only of calls whose shortlist is out. Two
 * queries however many. No actor is checked: it is public.
 */
export function panelMakeups(
  context: Pick<Context, 'db'>,
  calls: readonly Pick<CallFacts, 'id' | 'participantShareMinPercent'>[],
): ReadonlyMap<Id, Composition> {
  const decided = new Set(
    shortlistedCalls(
      context.db,
      calls.map(({ id }) => id),
    ),
  );
  const members = Map.groupBy(seatedOn(context.db, [...decided]), ({ callId }) => callId);
  return new Map(
    calls
      .filter(({ id }) => decided.has(id))
      .map(({ id, participantShareMinPercent }) => [
        id,
        compositionOf(members.get(id) ?? [], participantShareMinPercent),
      ]),
  );
}
