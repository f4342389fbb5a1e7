import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { judgeSeats } from '../../assessment/queries/judge-seats.server.ts';
import type { Composition } from '../../assessment/rules/composition.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { counts, type Judged, judgedTogether, judgesInNumbers } from '../rules/judging.ts';
import { hasReached } from '../rules/poll-state.ts';
import { judgeSheetsOf, judgingStateOf } from '../store/judging.server.ts';
import { findEventOfCall, pitchesOf } from '../store.server.ts';
import { pollStateOf } from './own-event.server.ts';

/** What the judges of a day gave together, or that the sheets before it count instead. */
export type JudgedResult =
  | { readonly source: 'sheets'; readonly judgesMin: number }
  | {
      readonly source: 'judges';
      readonly judgesMin: number;
      readonly composition: Composition;
      /** By application, in running order. */
      readonly byApplication: ReadonlyMap<Id, Judged>;
    };

/**
 * Null where a call has no judges on the day, and until both judging is closed and the room has seen its result: until
 * then nobody sees a score but her own. No actor is checked: from then on it is public.
 */
export function judgedResult(context: Pick<Context, 'db' | 'votes'>, callId: Id): JudgedResult | null {
  const call = callById(context, callId);
  const event = findEventOfCall(context.db, callId);
  if (call === null || call.judgesMin === 0 || event === null) return null;
  const { judgesMin } = call;
  const poll = pollStateOf(context, event);
  const state = judgingStateOf(context.db, event.id);
  if (poll === null || !hasReached(poll, 'revealed')) return null;
  if (state === 'sheets') return { source: 'sheets', judgesMin };
  if (state !== 'judges') return null;
  const criterionIds = call.criteria.map(({ id }) => id);
  const sheets = judgeSheetsOf(context.db, event.id).filter((sheet) => !sheet.setAside);
  const judges = new Set(sheets.filter(({ scores }) => counts(criterionIds, scores)).map(({ memberId }) => memberId));
  // Once a panel has closed nobody leaves it: whoever judged still sits on it.
  const seats = judgeSeats(context, callId, []).filter(({ memberId }) => judges.has(memberId));
  return {
    source: 'judges',
    judgesMin,
    composition: judgesInNumbers(seats, call.participantShareMinPercent),
    byApplication: new Map(
      pitchesOf(context.db, event.id).map(({ applicationId }) => {
        const own = sheets.filter((sheet) => sheet.applicationId === applicationId);
        return [
          applicationId,
          judgedTogether(
            call.criteria,
            own.map(({ scores }) => scores),
          ),
        ];
      }),
    ),
  };
}
