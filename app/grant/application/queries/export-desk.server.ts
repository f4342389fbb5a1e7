import type { Id } from '#app/kernel/id.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { ListFilter } from '../rules/listing.ts';
import { findExports } from '../store/exports.server.ts';
import { chosenApplications } from './chosen-applications.server.ts';

/** So many lines of the past are enough to see who is at it. */
const SHOWN = 20;

/** What is about to be saved as a file, and who saved one before. */
export function exportDesk(
  context: Context,
  callId: Id,
  asked: { kind: 'ticked'; applicationIds: readonly Id[] } | { kind: 'all'; filter: ListFilter },
) {
  const chosen = chosenApplications(context, callId, asked);
  if (chosen === null) return null;
  const { id, title, timeZone } = chosen.call;
  return {
    call: { id, title, timeZone },
    count: chosen.count,
    before: findExports(context.db, callId, SHOWN).map((row) => ({
      id: row.id,
      format: row.format,
      applications: row.applications,
      isWhole: Object.keys(row.filter).length === 0,
      madeBy: personById(context, row.madeBy)?.name ?? '',
      madeAt: row.madeAt,
    })),
  };
}
