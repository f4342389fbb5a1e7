import { isInsideAny } from '#app/grant/application/queries/team.server.ts';
import { awardsOfCalls } from '#app/grant/award/queries/award-card.server.ts';
import { callsOfPartners } from '#app/grant/call/queries/call-facts.server.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { introducePerson } from '#app/people/commands/introduce-person.server.ts';
import { partnerStaff } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { type AppointRefusal, type AuditDays, auditUntil, isAuditing, mayAppoint } from '../rules/auditing.ts';
import { endAuditor, findAuditor, findAuditors, insertAuditor } from '../store/auditors.server.ts';

/** Asks somebody from outside to read a partner's books for some days, and promises her a letter. */
export function appointAuditor(
  context: Context,
  partnerId: Id,
  named: { readonly name: string; readonly email: string; readonly days: AuditDays },
): Outcome<{ auditorId: Id }, AppointRefusal | 'not-found'> {
  return context.transact((tx) => {
    const { actor } = context;
    if (actor === null || !mayKeepBooks(actor, { partnerId })) return refused('not-found');
    const personId = introducePerson(tx, context, named);
    const refusal = mayAppoint({
      isStaff: partnerStaff(context, partnerId).some((staff) => staff.personId === personId),
      isPaid: isPaidBy(context, partnerId, personId),
      isAuditing: findAuditors(tx, partnerId).some(
        (audit) => audit.personId === personId && isAuditing(audit, context.now),
      ),
    });
    if (refusal !== null) return refused(refusal);
    const auditorId = context.newId();
    insertAuditor(tx, {
      id: auditorId,
      partnerId,
      personId,
      appointedAt: context.now,
      appointedBy: actor.personId,
      untilAt: auditUntil(context.now, named.days),
    });
    promise(tx, context, { kind: 'auditor-appointed', subjectId: auditorId });
    return done({ auditorId });
  });
}

/** Whether somebody is of a group that has accepted money of this partner. */
function isPaidBy(context: Context, partnerId: Id, personId: Id): boolean {
  const callIds = callsOfPartners(context, [partnerId]).map((call) => call.id);
  const accepted = awardsOfCalls(context, callIds).filter((award) => award.state === 'accepted');
  return isInsideAny(
    context,
    accepted.map((award) => award.applicationId),
    personId,
  );
}

/** Takes the books away from an auditor before her time is over. */
export function endAudit(context: Context, auditorId: Id): Outcome<'ended', 'not-found'> {
  return context.transact((tx) => {
    const { actor } = context;
    const audit = findAuditor(tx, auditorId);
    if (actor === null || audit === null || !mayKeepBooks(actor, audit)) return refused('not-found');
    endAuditor(tx, auditorId, { at: context.now, by: actor.personId });
    return done('ended');
  });
}
