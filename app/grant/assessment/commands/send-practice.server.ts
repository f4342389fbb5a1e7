import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { decidePractice, type PracticeExample, type PracticeRefusal, type PracticeScores } from '../rules/practice.ts';
import { findMember } from '../store/panel.server.ts';
import { findPracticeOf, insertPractice } from '../store/seat-terms.server.ts';

/** A seated member scores a made-up application, and may then read how others scored it. */
export function sendPractice(
  context: Context,
  callId: Id,
  example: PracticeExample,
  scores: PracticeScores,
): Outcome<'sent', PracticeRefusal | 'not-found'> {
  const { actor } = context;
  if (actor === null) return refused('not-found');
  return context.transact((tx) => {
    const member = findMember(tx, callId, actor.personId);
    if (member?.state !== 'accepted') return refused('not-found');
    const isDone = findPracticeOf(tx, member.id).some((sheet) => sheet.example === example);
    const decision = decidePractice(isDone, scores);
    if (decision.ok) insertPractice(tx, { memberId: member.id, example, scores, sentAt: context.now });
    return decision;
  });
}
