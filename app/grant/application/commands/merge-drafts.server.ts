import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { areKeptApart } from '../queries/kept-apart.server.ts';
import { myRole } from '../queries/team.server.ts';
import { comesAlong, type MergeChoice, mergeChoices, mergedText, seenMark } from '../rules/merging.ts';
import { mayManageTeam } from '../rules/team.ts';
import { countWords } from '../rules/words.ts';
import { insertCarriedWords } from '../store/carrying.server.ts';
import { endConsent, findConsent } from '../store/match-making.server.ts';
import { deleteMedia, findMediaOf, findReadyOf } from '../store/media.server.ts';
import { endMerge, findMerge, insertMergeChoice } from '../store/merges.server.ts';
import { findMember, insertMember } from '../store/team.server.ts';
import { type Application, findAnswers, findApplication, markWithdrawn, writeAnswer } from '../store.server.ts';
import { promiseRecording } from './bring-recording.server.ts';
import { endDraftHelp } from './end-draft-help.server.ts';

export type MergeRefusal =
  | 'not-found'
  | 'not-agreed'
  | 'not-drafts'
  | 'choice-missing'
  | 'changed-elsewhere'
  | 'has-judged';

/** What is to stay of a question, and what was seen when that was chosen: `seenMark`. */
export type Chosen = { readonly choice: MergeChoice; readonly seen: string };

/**
 * Puts one draft into another, question by question as its owner chose. The draft that goes is taken back with all
 * its words and recordings; answers of the draft that stays that make room are kept beside it, for its team to read. A recording comes along
 * with its answer. Who owned the one that goes writes in the other from then on.
 *
 * @param choices  one for every question of the call
 */
export function mergeDrafts(
  context: Context,
  mergeId: Id,
  choices: ReadonlyMap<Id, Chosen>,
): Outcome<'merged', MergeRefusal> {
  const { actor } = context;
  return context.transact<'merged', MergeRefusal>((tx) => {
    const merge = findMerge(tx, mergeId);
    const into = merge === null ? null : findApplication(tx, merge.intoId);
    const from = merge === null ? null : findApplication(tx, merge.fromId);
    if (actor === null || merge === null || into === null || from === null) return refused('not-found');
    if (!mayManageTeam(myRole(context, into)) || merge.end !== null) return refused('not-found');
    if (areKeptApart(context, into.id, from.id)) return refused('not-found');
    if (merge.agreedAt === null) return refused('not-agreed');
    if (into.state !== 'draft' || from.state !== 'draft') return refused('not-drafts');
    const written = writeChoices(tx, context, { mergeId, into, from, by: actor.personId }, choices);
    if (!written.ok) return written;
    const consent = findConsent(tx, from.id);
    if (consent !== null) endConsent(tx, consent.id, actor.personId, context.now);
    // It came for a draft that is gone; its bytes go with the files that belong to nothing.
    deleteMedia(
      tx,
      findMediaOf(tx, from.id).flatMap(({ id, state }) => (state === 'ready' ? [] : [id])),
    );
    endDraftHelp(tx, context, from.id, 'merged');
    markWithdrawn(tx, from.id, `merged into ${into.reference}`, context.now);
    promise(tx, context, { kind: 'application-withdrawn', subjectId: from.id, detail: { wasSubmitted: 'no' } });
    endMerge(tx, mergeId, 'merged', actor.personId, context.now);
    return welcome(tx, context, into, from.applicantId) ? done('merged') : refused('has-judged');
  });
}

type Merging = { readonly mergeId: Id; readonly into: Application; readonly from: Application; readonly by: Id };

function writeChoices(
  tx: Tx,
  context: Context,
  { mergeId, into, from, by }: Merging,
  choices: ReadonlyMap<Id, Chosen>,
): Outcome<'written', 'choice-missing' | 'changed-elsewhere'> {
  const call = callById(context, into.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  const [ours, theirs] = [findAnswers(tx, into.id), findAnswers(tx, from.id)];
  const replaced: { label: string; text: string; language: string }[] = [];
  const [recordings, others] = [findReadyOf(tx, into.id), findReadyOf(tx, from.id)];
  for (const { id: questionId, kind, label } of call.questions) {
    const mine = ours.find((answer) => answer.questionId === questionId);
    const other = theirs.find((answer) => answer.questionId === questionId);
    const [kept, recording] = [recordings.get(questionId), others.get(questionId)];
    const [before, text] = [mine?.text ?? '', other?.text ?? ''];
    const here = { text: before, isRecorded: kept !== undefined };
    const there = { text, isRecorded: recording !== undefined };
    const chosen = choices.get(questionId);
    if (chosen === undefined || !mergeChoices(kind, here, there).includes(chosen.choice)) {
      return refused('choice-missing');
    }
    const { choice, seen } = chosen;
    const now = seenMark([
      { revision: mine?.revision ?? 0, mediaId: kept?.id ?? null },
      { revision: other?.revision ?? 0, mediaId: recording?.id ?? null },
    ]);
    // Somebody went on writing while the owner was choosing: nobody chose these words.
    if (seen !== now) return refused('changed-elsewhere');
    insertMergeChoice(tx, { mergeId, questionId, choice, textBefore: before });
    if (recording !== undefined && comesAlong(here, there, choice)) {
      promiseRecording(tx, context, recording, { draftId: into.id, questionId });
    }
    const after = mergedText(kind, before, text, choice);
    if (after === before) continue;
    if (choice === 'theirs' && before.trim() !== '') {
      replaced.push({ label, text: before, language: mine?.language ?? into.language });
    }
    writeAnswer(tx, {
      applicationId: into.id,
      questionId,
      text: after,
      words: countWords(after),
      revision: (mine?.revision ?? 0) + 1,
      savedAt: context.now,
      savedBy: by,
      language: mine?.language ?? into.language,
    });
  }
  insertCarriedWords(tx, into.id, replaced);
  return done('written');
}

/** False for somebody who has judged, paid or mentored the group: a later stage knows, and its tables say so. */
function welcome(tx: Tx, context: Context, into: Application, personId: Id): boolean {
  if (personId === into.applicantId || findMember(tx, into.id, personId) !== null) return true;
  return insertMember(tx, {
    id: context.newId(),
    applicationId: into.id,
    personId,
    role: 'edit',
    kind: 'team',
    joinedAt: context.now,
    invitationId: null,
  });
}
