import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { givenOut, lastBatch } from '../store/assignments.server.ts';
import { liveSheetsOf } from '../store/sheets.server.ts';

/** How many applications are on a member's desk, and for how many of them she has handed nothing in. */
export type DeskCount = { readonly toScore: number; readonly missing: number };

/**
 * What lies on the desks of a panel, for those of its applications that are asked about: what was withdrawn stays on a
 * desk and counts for nobody. A sheet beyond her desk makes up for none that is missing on it. No actor is checked.
 *
 * @returns how to ask for one member; null where nothing was given out
 */
export function deskCounts(
  { db }: Pick<Context, 'db'>,
  callId: Id,
): ((memberId: Id, among: ReadonlySet<Id>) => DeskCount) | null {
  if (lastBatch(db, callId) === null) return null;
  const handedIn = new Set(liveSheetsOf(db, callId).flatMap((row) => (row.state === 'submitted' ? [keyOf(row)] : [])));
  const desks = Map.groupBy(givenOut(db, callId), ({ memberId }) => memberId);
  return (memberId, among) => {
    const desk = (desks.get(memberId) ?? []).filter(({ applicationId }) => among.has(applicationId));
    return { toScore: desk.length, missing: desk.filter((pair) => !handedIn.has(keyOf(pair))).length };
  };
}

function keyOf({ memberId, applicationId }: { readonly memberId: Id; readonly applicationId: Id }): string {
  return `${memberId} ${applicationId}`;
}
