import type { Id } from '#app/kernel/id.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { minuteOf } from '../rules/help-log.ts';
import { insertHelp, insertHelpSave } from '../store/help.server.ts';
import { findEntry } from '../store/staff-entry.server.ts';
import { findMember } from '../store/team.server.ts';

/**
 * Notes that somebody from outside the group wrote in a draft: the applicant sees it, and staff once it was sent.
 * Inside the caller's transaction; nothing for those whose application it is.
 *
 * @param what  the question, or `details`
 */
export function noteSaveFromOutside(
  tx: Tx,
  context: Context,
  application: { readonly id: Id; readonly applicantId: Id },
  what: string,
): void {
  const by = context.actor?.personId;
  if (by === undefined || by === application.applicantId) return;
  if (findMember(tx, application.id, by)?.kind !== 'support') return;
  insertHelpSave(tx, { applicationId: application.id, what, by, minute: minuteOf(context.now) });
  // Whoever writes it down for somebody is in the log as that.
  if (findEntry(tx, application.id)?.enteredBy === by) return;
  insertHelp(tx, {
    id: context.newId(),
    applicationId: application.id,
    kind: 'support-worker',
    minutes: null,
    by,
    at: context.now,
  });
}
