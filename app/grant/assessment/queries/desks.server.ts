import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { givenOut, lastBatch } from '../store/assignments.server.ts';
import { countDeclarations, countSheets } from '../store/panel.server.ts';
import { liveSheetsOf } from '../store/sheets.server.ts';

/** How many applications a member is to score, and for how many of them she has handed nothing in. */
export type DeskCount = { readonly toScore: number; readonly missing: number };

/**
 * What seated members have to score: what is on their desks, or all less their ties where nothing was given out. What
 * is no longer under review counts for nobody, and a sheet beyond her desk makes up for none that is missing on it.
 *
 * @param applicationIds  what is under review
 * @returns how to ask for one member; no actor is checked
 */
export function deskCounts(
  { db }: Pick<Context, 'db'>,
  callId: Id,
  applicationIds: readonly Id[],
): (memberId: Id) => DeskCount {
  if (lastBatch(db, callId) === null) {
    const ties = countDeclarations(db, callId, applicationIds).filter(({ level }) => level !== 'none');
    const handedIn = countSheets(db, callId, applicationIds).filter(({ state }) => state === 'submitted');
    return (memberId) => {
      const toScore = applicationIds.length - countOf(ties, memberId);
      return { toScore, missing: Math.max(0, toScore - countOf(handedIn, memberId)) };
    };
  }
  const underReview = new Set(applicationIds);
  const handedIn = new Set(liveSheetsOf(db, callId).flatMap((row) => (row.state === 'submitted' ? [keyOf(row)] : [])));
  const desks = Map.groupBy(
    givenOut(db, callId).filter(({ applicationId }) => underReview.has(applicationId)),
    ({ memberId }) => memberId,
  );
  return (memberId) => {
    const desk = desks.get(memberId) ?? [];
    return { toScore: desk.length, missing: desk.filter((pair) => !handedIn.has(keyOf(pair))).length };
  };
}

type Row = { readonly memberId: Id; readonly count: number };

function countOf(rows: readonly Row[], memberId: Id): number {
  return rows.filter((row) => row.memberId === memberId).reduce((sum, { count }) => sum + count, 0);
}

function keyOf({ memberId, applicationId }: { readonly memberId: Id; readonly applicationId: Id }): string {
  return `${memberId} ${applicationId}`;
}
