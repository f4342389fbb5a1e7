import type { Id } from '#app/kernel/id.ts';
import { DAY, HOUR, type Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { QuestionDraft } from '../../call/rules/questions.ts';
import { type Window, windowOf } from '../../call/rules/window.ts';
import type { ApplicationState } from './state.ts';

export type MediaState = 'receiving' | 'hashing' | 'probing' | 'ready' | 'rejected';
export type MediaKind = 'video' | 'audio' | 'file';

/** What a question takes beside words. */
export type Taken = { readonly video: boolean; readonly voice: boolean; readonly file: boolean };

export const NOTHING_TAKEN: Taken = { video: false, voice: false, file: false };

/** What a question takes: a file where it asks for one, otherwise whichever recordings it is open to. */
export function takenBy(question: Pick<QuestionDraft, 'kind' | 'byVideo' | 'byVoice'>): Taken {
  const isFile = question.kind === 'file';
  return { video: question.byVideo && !isFile, voice: question.byVoice && !isFile, file: isFile };
}

/** Whether a question takes what was recorded or sent elsewhere; a film where only a voice is wanted is none. */
export function takes(taken: Taken, kind: MediaKind): boolean {
  if (kind === 'file') return taken.file;
  return kind === 'video' ? taken.video : taken.voice;
}

/** 500 MiB: three minutes from any telephone. */
export const MEDIA_BYTES_MAX = 500 * 1024 * 1024;

/** 20 MiB: a scanned letter of many pages, or a photograph from any telephone. */
export const FILE_BYTES_MAX = 20 * 1024 * 1024;

/** Every question of a usual call on video, filmed with a good telephone. */
export const APPLICATION_BYTES_MAX = 2 * 1024 ** 3;

/** Several full applications: nobody who applies meets it, and nobody fills the disk alone. */
export const PERSON_BYTES_MAX = 10 * 1024 ** 3;

/** A recorder that stops at the limit runs on for a few frames. */
export const VIDEO_SECONDS_GRACE = 1;

/** An upload that was begun and left. */
export const ABANDONED_AFTER = 48 * HOUR;

/** How long the disk keeps room for what was announced: the largest film over a slow line. */
export const ROOM_KEPT_FOR = 2 * HOUR;

/** The most that a question takes, in bytes. */
export function bytesMaxOf(taken: Taken): number {
  return taken.file ? FILE_BYTES_MAX : MEDIA_BYTES_MAX;
}

function decideSize(bytes: number, taken: Taken): Outcome<'fits', 'too-large' | 'file-too-large'> {
  if (bytes <= bytesMaxOf(taken)) return done('fits');
  return refused(taken.file ? 'file-too-large' : 'too-large');
}

/**
 * How a page says that it showed something only as on its way. The recording keeps its id once it is ready, and nobody
 * has watched it then.
 */
export function seenArriving(id: Id): string {
  return `~${id}`;
}

/** Somebody else of the team was first, or they themselves in another window. */
export type UnseenRefusal = 'changed-elsewhere' | 'own-elsewhere';

/** Whether something was refused because its sender has not seen what is there, for whichever of the two reasons. */
export function isUnseen(reason: string): reason is UnseenRefusal {
  return reason === 'changed-elsewhere' || reason === 'own-elsewhere';
}

/**
 * Decides whether somebody has seen all that they would replace or remove at a question: what is ready there, and what
 * somebody else is sending. An upload of their own that is still coming is given up for the new one, as it always was.
 *
 * @param shown  what their page showed: ids of what was ready, `seenArriving` of what was on its way; null when no page
 *               asks, and for what is sent from a page of an earlier version
 */
export function decideSeen(
  there: readonly { readonly id: Id; readonly state: MediaState; readonly sentBy: Id | null }[],
  shown: readonly string[] | null,
  by: Id | null,
): Outcome<'seen', UnseenRefusal> {
  if (shown === null) return done('seen');
  const unseen = there.filter(({ id, state, sentBy }) => {
    const [isReady, isOwn] = [state === 'ready', sentBy === by];
    // What they sent themselves they know, and need not watch once it is ready.
    const isSeen = shown.includes(id) || ((isOwn || !isReady) && shown.includes(seenArriving(id)));
    return state !== 'rejected' && !isSeen && (isReady || !isOwn);
  });
  if (unseen.length === 0) return done('seen');
  return refused(unseen.every(({ sentBy }) => sentBy === by) ? 'own-elsewhere' : 'changed-elsewhere');
}

export type QuotaRefusal = 'application-full' | 'person-full';

/**
 * In bytes, what a person's recordings take up, here or announced: in the application and in all of theirs.
 * What the new recording replaces is left out, and what was replaced after it was sent.
 */
export type BytesHeld = { readonly application: number; readonly person: number };

/** Decides whether a recording fits beside what its sender has sent already. The first refusal wins. */
export function decideQuota(bytes: number, held: BytesHeld): Outcome<'fits', QuotaRefusal> {
  if (held.application + bytes > APPLICATION_BYTES_MAX) return refused('application-full');
  if (held.person + bytes > PERSON_BYTES_MAX) return refused('person-full');
  return done('fits');
}

export type UploadRefusal =
  | 'not-the-applicant'
  | 'already-submitted'
  | 'call-not-open'
  | 'nothing-taken-here'
  | UnseenRefusal
  | 'empty'
  | 'too-large'
  | 'file-too-large'
  | QuotaRefusal
  | 'disk-full';

/** Decides whether a recording may begin to arrive. The first refusal wins. */
export function decideUpload(
  upload: {
    readonly applicantId: Id;
    readonly state: ApplicationState;
    /** Its question was reopened after sending, and may be answered anew now. */
    readonly isReopened: boolean;
    /** Whether its sender has seen what is there. */
    readonly seen: Outcome<'seen', UnseenRefusal>;
    readonly taken: Taken;
    /** As announced; null when only the end will tell. */
    readonly bytes: number | null;
    readonly held: BytesHeld;
    readonly hasRoom: boolean;
  },
  window: Window,
  by: Id,
  now: Instant,
): Outcome<'receive', UploadRefusal> {
  if (upload.applicantId !== by) return refused('not-the-applicant');
  if (upload.state !== 'draft' && !upload.isReopened) return refused('already-submitted');
  // A reopening has an end of its own, after the call closed.
  if (!upload.isReopened && windowOf(window, now) !== 'open') return refused('call-not-open');
  const { video, voice, file } = upload.taken;
  if (!video && !voice && !file) return refused('nothing-taken-here');
  if (!upload.seen.ok) return upload.seen;
  if (upload.bytes === 0) return refused('empty');
  const size = decideSize(upload.bytes ?? 1, upload.taken);
  if (!size.ok) return size;
  // Of unknown length: there must be room for something, and the end will tell.
  const quota = decideQuota(upload.bytes ?? 1, upload.held);
  if (!quota.ok) return quota;
  if (!upload.hasRoom) return refused('disk-full');
  return done('receive');
}

/** Whether a recording is longer than its call allows; a second is forgiven, because recorders run on for a few frames. */
export function isTooLong(seconds: number, secondsMax: number): boolean {
  return seconds > secondsMax + VIDEO_SECONDS_GRACE;
}

/** For as long as a backup may be restored that knows of no copy, the recording stays as it came. */
export const ORIGINAL_KEPT_FOR = 30 * DAY;
