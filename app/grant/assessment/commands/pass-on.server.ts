import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { openReading } from '../queries/reading.server.ts';
import { writeDeclaration } from '../store/panel.server.ts';
import { setSheetAside } from '../store/sheets.server.ts';

/**
 * A member gives back an application that is too close to home: no reason is asked, and none is kept. Once scoring has
 * ended she has seen what others scored: nobody takes a sheet out of the count without a word then, and who finds a tie
 * declares it.
 */
export function passOn(context: Context, applicationId: Id): Outcome<{ callId: Id }, 'not-found' | 'not-scoring'> {
  return context.transact((tx) => {
    const reading = openReading(context, applicationId);
    if (reading === null) return refused('not-found');
    if (reading.panel !== 'scoring') return refused('not-scoring');
    setSheetAside(tx, reading.member.id, applicationId);
    const step = { applicationId, level: 'hard', reason: '', raisedBy: 'passed-on' } as const;
    writeDeclaration(tx, reading.member.id, step, context.now);
    return done({ callId: reading.card.callId });
  });
}
