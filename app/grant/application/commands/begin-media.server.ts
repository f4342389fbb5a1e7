import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { bytesArrived, hasRoomFor } from '#app/platform/files.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { openReopening, placeFor } from '../queries/open-reopening.server.ts';
import { myRole } from '../queries/team.server.ts';
import { askedOf } from '../rules/draft.ts';
import {
  bytesMaxOf,
  decideSeen,
  decideUpload,
  MEDIA_BYTES_MAX,
  ROOM_KEPT_FOR,
  takenBy,
  type UploadRefusal,
} from '../rules/media.ts';
import { answersWith } from '../rules/reopened-draft.ts';
import { windowFor } from '../rules/submitting.ts';
import { mayEdit } from '../rules/team.ts';
import { lateUntilFor } from '../store/access-codes.server.ts';
import {
  bytesHeldBy,
  deleteMedia,
  findArriving,
  findMediaAt,
  findReadyOf,
  insertMedia,
  type Media,
} from '../store/media.server.ts';
import { findAnswers, findApplication } from '../store.server.ts';
import { deleteFiles } from './delete-files.server.ts';
import { noteSaveFromOutside } from './note-save-from-outside.server.ts';

export type BeginRefusal = Exclude<UploadRefusal, 'not-the-applicant'> | 'not-found';

type Coming = {
  readonly applicationId: Id;
  readonly questionId: Id;
  readonly fileName: string;
  /** As announced; null when only the end will tell. */
  readonly bytes: number | null;
  /** 64 hexadecimal digits, where the sender's browser could compute them. */
  readonly sha256Given?: string | null;
  /** What the sender's page showed at this question, as `decideSeen` reads it; without it nothing is asked about. */
  readonly shown?: readonly string[];
};

/**
 * Makes room for a recording that is about to arrive, to a draft or to a question that is reopened; one that was on its
 * way to the same place is given up and its bytes are deleted. What somebody of the team put there meanwhile is not
 * replaced before the sender has seen it: there is one arrival at a time, so what was there at its beginning is what is
 * there at its end.
 */
export async function beginMedia(
  context: Context,
  coming: Coming,
): Promise<Outcome<{ mediaId: Id; bytesMax: number }, BeginRefusal>> {
  const begun = begin(context, coming);
  if (!begun.ok) return begun;
  const { mediaId, bytesMax, givenUp } = begun.value;
  // At once: somebody who begins again and again must not fill the disk before the sweep comes.
  await deleteFiles(context, givenUp);
  return done({ mediaId, bytesMax });
}

type Begun = { readonly mediaId: Id; readonly bytesMax: number; readonly givenUp: readonly Media[] };

function begin(context: Context, coming: Coming): Outcome<Begun, BeginRefusal> {
  return context.transact<Begun, BeginRefusal>((tx) => {
    const found = findApplication(tx, coming.applicationId);
    if (found === null || !mayEdit(myRole(context, found))) return refused('not-found');
    const call = callById(context, found.callId);
    invariant(call !== null, 'an application has a call: the foreign key says so');
    // What is not asked takes no film: nobody would ever see it.
    const parts = openReopening(context, found)?.parts ?? [];
    const asked = askedOf(call.questions, answersWith(findAnswers(tx, found.id), parts));
    const question = asked.find(({ id }) => id === coming.questionId);
    if (question === undefined) return refused('not-found');
    const { applicantId, state } = found;
    const place = placeFor(context, found, question.id);
    const there = findMediaAt(tx, place);
    const seen = decideSeen(there, coming.shown ?? null, context.actor?.personId ?? null);
    const isReopened = place.reopenedPartId !== null;
    const held = bytesHeldBy(tx, applicantId, place);
    const taken = takenBy(question);
    const bytesMax = bytesMaxOf(taken);
    const hasRoom = hasRoomFor(context.env, (coming.bytes ?? bytesMax) + stillComing(context, coming));
    const decision = decideUpload(
      { applicantId, state, isReopened, seen, taken, bytes: coming.bytes, held, hasRoom },
      windowFor(call, lateUntilFor(tx, found.id)),
      applicantId,
      context.now,
    );
    if (!decision.ok) return decision.reason === 'not-the-applicant' ? refused('not-found') : refused(decision.reason);
    const givenUp = there.filter((recording) => recording.state !== 'ready');
    deleteMedia(
      tx,
      givenUp.map((recording) => recording.id),
    );
    const mediaId = context.newId();
    insertMedia(
      tx,
      {
        id: mediaId,
        ...place,
        fileName: coming.fileName.slice(0, 200),
        bytes: coming.bytes ?? 0,
        sha256Given: coming.sha256Given ?? null,
        // What is recorded anew is said in the language of what it replaces; once sent, nobody could say so any more.
        language: findReadyOf(tx, found.id).get(question.id)?.language ?? found.language,
        sentBy: context.actor?.personId ?? null,
      },
      context.now,
    );
    // Now, because whoever judges it later may be the sweep, which is nobody.
    noteSaveFromOutside(tx, context, found, question.id);
    return done({ mediaId, bytesMax, givenUp });
  });
}

/**
 * Bytes that others were promised room for and that are not on the disk yet. The room of one who stopped sending is not
 * kept for long; what comes from them later meets the quota of its sender, and the disk as it is then.
 */
function stillComing(context: Context, coming: Coming): number {
  const promised = findArriving(context.db, context.now - ROOM_KEPT_FOR).filter(
    ({ applicationId, questionId }) => applicationId !== coming.applicationId || questionId !== coming.questionId,
  );
  const left = promised.map(({ id, bytes }) => Math.max(0, (bytes || MEDIA_BYTES_MAX) - bytesArrived(context.env, id)));
  return left.reduce((sum, bytes) => sum + bytes, 0);
}
