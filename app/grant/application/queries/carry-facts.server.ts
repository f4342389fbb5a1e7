import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import type { Window } from '../../call/rules/window.ts';
import { windowFor } from '../rules/submitting.ts';
import { mayManageTeam } from '../rules/team.ts';
import { lateUntilFor } from '../store/access-codes.server.ts';
import { type Application, findApplication } from '../store.server.ts';
import { myRole } from './team.server.ts';

export type CarryFacts = { readonly found: Application; readonly call: CallFacts; readonly window: Window };

/** An application for its owner, whose words go along, with its own window; null for everybody else. */
export function carryFacts(context: Context, applicationId: Id): CarryFacts | null {
  const found = findApplication(context.db, applicationId);
  if (found === null || !mayManageTeam(myRole(context, found))) return null;
  const call = callById(context, found.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  const { opensAt, closesAt } = windowFor(call, lateUntilFor(context.db, applicationId));
  return { found, call, window: { opensAt, closesAt } };
}
