import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayKeepBooks } from '../rules/access.ts';
import { isAuditing } from '../rules/auditing.ts';
import { type AuditorRow, findAuditor, findAuditsOf } from '../store/auditors.server.ts';

/** The audits that the signed-in person is asked to do now. */
export function auditsOf(context: Context): AuditorRow[] {
  if (context.actor === null) return [];
  return findAuditsOf(context.db, context.actor.personId).filter((audit) => isAuditing(audit, context.now));
}

/** Why the signed-in person may read a partner's books: she keeps them, or audits them. Null for everybody else. */
export function readerOfBooks(
  context: Context,
  books: { readonly partnerId: Id },
): { readonly auditorId: Id | null } | null {
  if (mayKeepBooks(context.actor, books)) return { auditorId: null };
  const audit = auditsOf(context).find(({ partnerId }) => partnerId === books.partnerId);
  return audit === undefined ? null : { auditorId: audit.id };
}

/** Whether the signed-in person is asked to read somebody's books now. */
export function isAuditor(context: Context): boolean {
  return auditsOf(context).length > 0;
}

/** An audit that is going on; null once it is over or was ended. Whoever asks checks the reader. */
export function runningAudit(context: Pick<Context, 'db' | 'now'>, auditorId: Id): AuditorRow | null {
  const audit = findAuditor(context.db, auditorId);
  return audit !== null && isAuditing(audit, context.now) ? audit : null;
}
