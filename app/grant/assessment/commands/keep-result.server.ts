import type { Context, Tx } from '#app/platform/context.server.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { meetingTable } from '../queries/meeting-table.server.ts';
import { votingOn } from '../queries/tabled-item.server.ts';
import { keepFirstCount } from '../store/meetings.server.ts';

/**
 * Keeps the votes on what is on the table as the room sees them for the first time, inside the caller's transaction: for
 * everything by which a vote can become whole. Whoever comes back hides a result again, and nobody forgets it.
 */
export function keepResult(tx: Tx, context: Context, call: CallFacts): void {
  const table = meetingTable(context, call);
  if (table === null || table.onTable === null) return;
  const { count } = votingOn(table);
  if (count !== null) keepFirstCount(tx, table.onTable, count);
}
