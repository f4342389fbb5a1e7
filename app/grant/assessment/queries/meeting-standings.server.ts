import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { namedAmong } from '../../application/queries/hidden-from.server.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { type Standing, standingOn } from '../rules/meeting-standing.ts';
import { tiesAbout } from '../store/meeting-facts.server.ts';
import type { MemberRow } from '../store/panel.server.ts';
import { panelRule } from './panel-rule.server.ts';

/** Where each member stands towards each of these applications, by all that is known now: four queries however many. */
export function standingsOn(
  context: Pick<Context, 'db'>,
  callId: Id,
  members: readonly Pick<MemberRow, 'id' | 'personId'>[],
  applicationIds: readonly Id[],
): (memberId: Id, applicationId: Id) => Standing {
  const key = (one: Id, applicationId: Id) => `${one} ${applicationId}`;
  const declared = new Map(
    tiesAbout(context.db, callId, applicationIds).map((row) => [key(row.memberId, row.applicationId), row.level]),
  );
  const insiders = insidersOf(context, applicationIds);
  const personIds = members.map(({ personId }) => personId);
  const hidden = new Set(
    namedAmong(context, callId, personIds).map((pair) => key(pair.personId, pair.hidden.applicationId)),
  );
  const people = new Map(members.map(({ id, personId }) => [id, personId]));
  return (memberId, applicationId) => {
    const personId = people.get(memberId) ?? '';
    return standingOn({
      isOwn: insiders.get(applicationId)?.has(personId) ?? false,
      isHidden: hidden.has(key(personId, applicationId)),
      declared: declared.get(key(memberId, applicationId)) ?? null,
    });
  };
}

/** What a meeting of this call's panel needs before it decides anything. */
export function quorumRuleOf(
  context: Pick<Context, 'db'>,
  call: Pick<CallFacts, 'id' | 'participantShareMinPercent'>,
): { quorum: number; shareMinPercent: number } {
  return {
    quorum: panelRule(context.db, call.id).quorum,
    shareMinPercent: call.participantShareMinPercent,
  };
}
