import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { conflictsOf, findMember } from '../store/panel.server.ts';
import { sheetsOfMember } from '../store/sheets.server.ts';

/**
 * Whether somebody sits on the call's panel, or left it with a sheet begun or a tie declared: what she scored goes on
 * counting, and what ties her goes on tying her, so she neither runs the panel nor looks over its decision.
 */
export function isOfPanel(context: Pick<Context, 'db'>, callId: Id, personId: Id): boolean {
  const member = findMember(context.db, callId, personId);
  if (member === null) return false;
  return (
    member.state === 'accepted' ||
    sheetsOfMember(context.db, member.id).length > 0 ||
    conflictsOf(context.db, member.id).some(({ level }) => level !== 'none')
  );
}
