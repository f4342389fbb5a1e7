import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mayManageTeam } from '../rules/team.ts';
import { findHiddenFrom, findSafety, isNameOnPaper } from '../store/safety.server.ts';
import { findApplication } from '../store.server.ts';
import { myRole } from './team.server.ts';

/** An owner's own safety settings; null for everybody else, the rest of the team included. */
export function safetyPage(context: Context, applicationId: Id) {
  const found = findApplication(context.db, applicationId);
  if (found === null || !mayManageTeam(myRole(context, found))) return null;
  const call = callById(context, found.callId);
  const stored = findSafety(context.db, [applicationId]).get(applicationId);
  return {
    id: found.id,
    reference: found.reference,
    groupName: found.groupName,
    callTitle: call?.title ?? '',
    partnerName: call?.partnerName ?? '',
    settings: {
      publicName: stored?.publicName ?? '',
      contactWay: stored?.contactWay ?? 'either',
      contactNote: stored?.contactNote ?? '',
      neutralSubject: stored?.neutralSubject ?? false,
    },
    revision: stored?.revision ?? 0,
    isNameOnPaper: isNameOnPaper(context.db, applicationId),
    /** Whom an owner before has named stays kept away, and is not shown: it may be about this one. */
    named: findHiddenFrom(context.db, [applicationId])
      .filter(({ addedBy }) => addedBy === context.actor?.personId)
      .map(({ id, kind, name, email }) => ({ id, kind, name, email })),
  };
}
