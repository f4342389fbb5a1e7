import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { isReadableForManager } from '../queries/manager-reading.server.ts';
import { findHidden, writeHiddenAnswer } from '../store/safety.server.ts';
import { findApplication } from '../store.server.ts';

/** A manager says whether somebody is the person an applicant has named: if so, they are kept away from now on. */
export function answerNamed(
  context: Context,
  hiddenId: Id,
  personId: Id,
  isSame: boolean,
): Outcome<'answered', 'not-found'> {
  const { actor } = context;
  return context.transact((tx) => {
    const hidden = findHidden(tx, hiddenId);
    const found = hidden === null ? null : findApplication(tx, hidden.applicationId);
    const call = found === null ? null : callById(context, found.callId);
    if (actor === null || found === null || call === null) return refused('not-found');
    // Nobody says of herself that she is somebody else.
    if (personId === actor.personId || !isReadableForManager(context, found, call)) return refused('not-found');
    writeHiddenAnswer(tx, {
      hiddenFromId: hiddenId,
      personId,
      isSame,
      answeredBy: actor.personId,
      answeredAt: context.now,
    });
    if (isSame) promise(tx, context, { kind: 'application-hidden', subjectId: call.id });
    return done('answered');
  });
}
