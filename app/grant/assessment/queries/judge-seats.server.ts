import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { hiddenFromPerson } from '../../application/queries/hidden-from.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import type { MemberKind } from '../rules/composition.ts';
import { declarationsOf, membersOf } from '../store/panel.server.ts';

/** `tied`: by any tie, hard or soft, hers or found; `undeclared`: she has not said whether something ties her to it. */
export type JudgeStanding = 'free' | 'tied' | 'undeclared';

export type JudgeSeat = {
  readonly memberId: Id;
  readonly personId: Id;
  readonly kind: MemberKind;
  readonly standing: ReadonlyMap<Id, JudgeStanding>;
};

/**
 * Who of a panel may judge which of these applications now: members with a seat, in the order in which they were
 * invited. No actor is checked: whoever asks shows nobody else's ties.
 */
export function judgeSeats(context: Pick<Context, 'db'>, callId: Id, applicationIds: readonly Id[]): JudgeSeat[] {
  const insiders = insidersOf(context, applicationIds);
  const said = new Map(
    declarationsOf(context.db, callId).map((row) => [`${row.memberId} ${row.applicationId}`, row.level]),
  );
  return membersOf(context.db, callId)
    .filter(({ state }) => state === 'accepted')
    .map(({ id: memberId, personId, kind }) => {
      const hidden = hiddenFromPerson(context, callId, personId);
      const standingOf = (applicationId: Id): JudgeStanding => {
        if (hidden.has(applicationId) || insiders.get(applicationId)?.has(personId)) return 'tied';
        const level = said.get(`${memberId} ${applicationId}`);
        if (level === undefined) return 'undeclared';
        return level === 'none' ? 'free' : 'tied';
      };
      return { memberId, personId, kind, standing: new Map(applicationIds.map((id) => [id, standingOf(id)])) };
    });
}
