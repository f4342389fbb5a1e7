import type { Id } from '#app/kernel/id.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { namedAmong } from '../../application/queries/hidden-from.server.ts';
import { conflictsOf, membersOf, writeDeclaration } from '../store/panel.server.ts';
import { setSheetAside } from '../store/sheets.server.ts';
import { shortlistedCalls } from '../store/shortlistings.server.ts';

/**
 * Writes a conflict for every member whom an applicant has named, and sets aside what she has scored, inside the
 * caller's transaction. She could not see the application from the moment she was named: this keeps the counts right.
 * After the shortlist is decided what was decided stays as it was.
 */
export function keepNamedAway(tx: Tx, context: Context, callId: Id): void {
  if (shortlistedCalls(tx, [callId]).length > 0) return;
  const members = membersOf(tx, callId);
  const named = namedAmong(
    context,
    callId,
    members.map(({ personId }) => personId),
  ).filter(({ match }) => match === 'same');
  const reason = wordsIn('en').words.assessment.namedByApplicant;
  for (const { hidden, personId } of named) {
    const member = members.find((one) => one.personId === personId);
    if (member === undefined) continue;
    const { applicationId } = hidden;
    const before = conflictsOf(tx, member.id).find((row) => row.applicationId === applicationId);
    if (before?.level === 'hard') continue;
    setSheetAside(tx, member.id, applicationId);
    writeDeclaration(tx, member.id, { applicationId, level: 'hard', reason, raisedBy: 'applicant' }, context.now);
  }
}

/** Keeps the promise of whoever named somebody: the call's panel sets aside what that person has scored. */
export const keepNamedAwayNow: Keeper = async (context, promised) => (tx) =>
  keepNamedAway(tx, context, promised.subjectId);
