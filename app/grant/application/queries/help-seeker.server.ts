import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { mayEdit } from '../rules/team.ts';
import { type Application, findApplication } from '../store.server.ts';
import { myRole } from './team.server.ts';

/** An application with its call, for whoever writes on it: they may ask for help with it; null for everybody else. */
export function helpSeeker(
  context: Context,
  applicationId: Id,
): { readonly application: Application; readonly call: CallFacts } | null {
  const application = findApplication(context.db, applicationId);
  if (application === null || !mayEdit(myRole(context, application))) return null;
  const call = callById(context, application.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  return { application, call };
}
