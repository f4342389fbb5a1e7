import type { Id } from '#app/kernel/id.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import type { Keeper } from '#app/platform/outbox.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { applicationCard, idsUnderReview } from '../../application/queries/application-card.server.ts';
import { tieFacts } from '../queries/tie-facts.server.ts';
import { certainTies } from '../rules/found-ties.ts';
import { declarationsOf, writeDeclaration } from '../store/panel.server.ts';
import { setSheetAside } from '../store/sheets.server.ts';
import { shortlistedCalls } from '../store/shortlistings.server.ts';
import { keepNamedAway } from './keep-named-away.server.ts';

/**
 * Keeps every member away from what she must not judge, inside the caller's transaction: those whom applicants have
 * named, and those in whom the portal finds a tie. Access, desk and scores go with it. After the shortlist is decided
 * nothing is looked for any more: what was decided stays as it was.
 */
export function keepTiedAway(tx: Tx, context: Context, callId: Id): void {
  keepNamedAway(tx, context, callId);
  if (shortlistedCalls(tx, [callId]).length > 0) return;
  const { seats, groups } = tieFacts(context, callId, idsUnderReview(context, callId));
  const found = certainTies(seats, groups);
  if (found.length === 0) return;
  const reasons = wordsIn('en').words.tieDesk.found;
  const hard = new Set(
    declarationsOf(tx, callId).flatMap((row) => (row.level === 'hard' ? [`${row.memberId} ${row.applicationId}`] : [])),
  );
  for (const { memberId, applicationId, ground } of found) {
    if (hard.has(`${memberId} ${applicationId}`)) continue;
    setSheetAside(tx, memberId, applicationId);
    const step = { applicationId, level: 'hard', reason: reasons[ground], raisedBy: 'portal', ground } as const;
    writeDeclaration(tx, memberId, step, context.now);
  }
}

/** Keeps the promise of a team that changed: whoever on the panel is tied to it now is kept away. */
export const keepTiedAwayNow: Keeper = async (context, promised) => (tx) => {
  const card = applicationCard(context, promised.subjectId);
  if (card !== null) keepTiedAway(tx, context, card.callId);
};
