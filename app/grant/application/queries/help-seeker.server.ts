import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type CallFacts, callById } from '../../call/queries/call-facts.server.ts';
import { isApplicant } from '../rules/access.ts';
import { type Application, findApplication } from '../store.server.ts';

/** An application whose writer may ask for help with it, and its call; null for everybody else. */
export function helpSeeker(
  context: Context,
  applicationId: Id,
): { readonly application: Application; readonly call: CallFacts } | null {
  const application = findApplication(context.db, applicationId);
  if (application === null || !isApplicant(context.actor, application)) return null;
  const call = callById(context, application.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  return { application, call };
}
