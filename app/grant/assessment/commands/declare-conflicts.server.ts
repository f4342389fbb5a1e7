import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { insidersOf } from '../../application/queries/team.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { windowOf } from '../../call/rules/window.ts';
import { tabledFor } from '../queries/tabled.server.ts';
import { mayDeclareConflicts } from '../rules/access.ts';
import { type DeclareRefusal, decideDeclare, type NamedConflict } from '../rules/conflicts.ts';
import { conflictsOf, findMember, writeDeclaration } from '../store/panel.server.ts';
import { setSheetAside } from '../store/sheets.server.ts';
import { keepTiedAway } from './keep-tied-away.server.ts';

/**
 * Writes down the member's ties to all applications at once; what she does not name is free of conflict.
 * Later she can name more: the sheet for that application is set aside in the same transaction.
 *
 * @returns how many of the call's applications she does not score, as far as she knows
 */
export function declareConflicts(
  context: Context,
  callId: Id,
  named: readonly NamedConflict[],
): Outcome<{ conflicts: number }, DeclareRefusal | 'not-found'> {
  const { actor } = context;
  const call = callById(context, callId);
  if (actor === null || call === null) return refused('not-found');
  return context.transact((tx) => {
    const member = findMember(tx, callId, actor.personId);
    const isCallClosed = windowOf(call, context.now) === 'closed';
    if (member === null || !mayDeclareConflicts({ seat: member.state, isCallClosed })) return refused('not-found');
    const ids = tabledFor(context, callId, actor.personId).map((card) => card.id);
    const insiders = insidersOf(context, ids);
    const tabled = ids.map((id) => ({ applicationId: id, isOwn: insiders.get(id)?.has(actor.personId) ?? false }));
    const before = new Map(conflictsOf(tx, member.id).map((row) => [row.applicationId, row.level]));
    const ownReason = wordsIn('en').words.assessment.ownApplication;
    const decision = decideDeclare(tabled, before, named, ownReason);
    if (!decision.ok) return decision;
    for (const step of decision.value) {
      if (step.level !== 'none') setSheetAside(tx, member.id, step.applicationId);
      writeDeclaration(tx, member.id, step, context.now);
    }
    const known = new Set(tabled.map(({ applicationId }) => applicationId));
    keepTiedAway(tx, context, callId);
    const conflicts = conflictsOf(tx, member.id).filter(
      ({ level, applicationId }) => level !== 'none' && known.has(applicationId),
    );
    return done({ conflicts: conflicts.length });
  });
}
