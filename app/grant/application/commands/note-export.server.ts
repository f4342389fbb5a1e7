import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { chosenApplications } from '../queries/chosen-applications.server.ts';
import type { ListFilter } from '../rules/listing.ts';
import { insertExport } from '../store/exports.server.ts';

export type ExportAsked = {
  readonly format: 'csv' | 'xlsx';
  readonly chosen: { kind: 'ticked'; applicationIds: readonly Id[] } | { kind: 'all'; filter: ListFilter };
  /** The filter as it stood in the address; empty for the ticked ones and for all. */
  readonly filter: Readonly<Record<string, string>>;
};

/** Notes who takes which applications out of the portal, before the first of them leaves. */
export function noteExport(
  context: Context,
  callId: Id,
  { format, chosen, filter }: ExportAsked,
): Outcome<number, 'nothing-chosen' | 'not-found'> {
  return context.transact<number, 'nothing-chosen' | 'not-found'>((tx) => {
    const found = chosenApplications(context, callId, chosen);
    if (found === null) return refused('not-found');
    if (found.count === 0) return refused('nothing-chosen');
    insertExport(tx, {
      id: context.newId(),
      callId,
      format,
      filter: chosen.kind === 'all' ? filter : { ticked: String(found.count) },
      applications: found.count,
      madeBy: context.actor?.personId ?? '',
      madeAt: context.now,
    });
    return done(found.count);
  });
}
