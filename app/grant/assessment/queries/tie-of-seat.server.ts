import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type ConflictRow, findConflict } from '../store/panel.server.ts';

/** What ties a member to one application, as it stands; null where nothing does. For letters, so no actor is checked. */
export function tieOfSeat(
  context: Pick<Context, 'db'>,
  memberId: Id,
  applicationId: Id,
): Pick<ConflictRow, 'level' | 'reason'> | null {
  const row = findConflict(context.db, memberId, applicationId);
  return row === null || row.level === 'none' ? null : { level: row.level, reason: row.reason };
}
