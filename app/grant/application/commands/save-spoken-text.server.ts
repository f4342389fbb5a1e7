import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { isStillOpen } from '../queries/open-reopening.server.ts';
import { myRole } from '../queries/team.server.ts';
import type { CaptionsFault } from '../rules/captions.ts';
import { type SpokenTextKind, spokenTextFrom } from '../rules/spoken-text.ts';
import { mayEdit, maySign } from '../rules/team.ts';
import { findMedia } from '../store/media.server.ts';
import { deleteText, findText, markTextApproved, writeText } from '../store/recordings.server.ts';
import { type Application, findApplication } from '../store.server.ts';
import { noteSaveFromOutside } from './note-save-from-outside.server.ts';

export type SpokenTextRefusal = 'not-found' | 'frozen' | 'not-yours-to-approve' | 'changed-elsewhere' | CaptionsFault;

/**
 * Writes down what is said in a recording; an empty text takes it away. A change is approved by nobody until it is
 * approved again.
 *
 * @param revision  that the writer has seen, 0 for none
 * @param approve   somebody who may speak for the group says that this is what is said
 */
export function saveSpokenText(
  context: Context,
  mediaId: Id,
  typed: { kind: SpokenTextKind; language: string; text: string; revision: number; approve: boolean },
): Outcome<'saved', SpokenTextRefusal> {
  return context.transact<'saved', SpokenTextRefusal>((tx) => {
    const mine = openRecording(tx, context, mediaId);
    if (!mine.ok) return mine;
    const { kind, language } = typed;
    if (typed.approve && !mine.value.maySign) return refused('not-yours-to-approve');
    const read = spokenTextFrom(kind, typed.text);
    if (!read.ok) return read;
    const text = read.value;
    const stored = findText(tx, mediaId, kind);
    const isSame = (stored?.text ?? '') === text && (stored === null || stored.language === language);
    // The same save twice is one save: an answer may get lost on the way.
    if (!isSame && typed.revision !== (stored?.revision ?? 0)) return refused('changed-elsewhere');
    if (!isSame) noteSaveFromOutside(tx, context, mine.value.application, mine.value.questionId);
    if (text === '') deleteText(tx, mediaId, kind);
    else if (!isSame) {
      const revision = (stored?.revision ?? 0) + 1;
      writeText(tx, { mediaId, kind, language, text, revision, writtenBy: mine.value.by, writtenAt: context.now });
    }
    if (typed.approve && text !== '') markTextApproved(tx, mediaId, kind, mine.value.by, context.now);
    return done('saved');
  });
}

type Open = { readonly application: Application; readonly questionId: Id; readonly by: Id; readonly maySign: boolean };

/** A recording of the writer's own team, while its application is a draft or its question is reopened. */
function openRecording(tx: Tx, context: Context, mediaId: Id): Outcome<Open, 'not-found' | 'frozen'> {
  const found = findMedia(tx, mediaId);
  const application = found === null ? null : findApplication(tx, found.applicationId);
  const role = application === null ? null : myRole(context, application);
  if (found === null || application === null || !mayEdit(role)) return refused('not-found');
  if (found.state !== 'ready' || found.kind === 'file') return refused('not-found');
  if (!isStillOpen(context, application, found)) return refused('frozen');
  invariant(context.actor !== null, 'whoever has a role is somebody');
  return done({ application, questionId: found.questionId, by: context.actor.personId, maySign: maySign(role) });
}
