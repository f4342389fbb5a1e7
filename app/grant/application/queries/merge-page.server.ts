import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { personById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { mergeChoices, proposedChoice, seenMark } from '../rules/merging.ts';
import { shownAnswer } from '../rules/shown-answer.ts';
import { mayManageTeam } from '../rules/team.ts';
import { findReadyOf } from '../store/media.server.ts';
import { findMerge } from '../store/merges.server.ts';
import { findAnswers, findApplication } from '../store.server.ts';
import { areKeptApart } from './kept-apart.server.ts';
import { recordedAmong } from './recorded.server.ts';
import { myRole } from './team.server.ts';

/**
 * Two drafts that are to become one, for the owner of either. The answers of both are there for the owner of the
 * draft that stays, once the other one has agreed.
 */
export function mergePage(context: Context, applicationId: Id, mergeId: Id) {
  const merge = findMerge(context.db, mergeId);
  const mine = findApplication(context.db, applicationId);
  if (merge === null || mine === null || merge.end !== null) return null;
  if (![merge.intoId, merge.fromId].includes(applicationId) || !mayManageTeam(myRole(context, mine))) return null;
  if (areKeptApart(context, merge.intoId, merge.fromId)) return null;
  const isInto = merge.intoId === applicationId;
  const other = findApplication(context.db, isInto ? merge.fromId : merge.intoId);
  const call = callById(context, mine.callId);
  invariant(other !== null && call !== null, 'a merge is of two applications of a call: the foreign keys say so');
  const [ours, theirs] = [findAnswers(context.db, merge.intoId), findAnswers(context.db, merge.fromId)];
  const mayChoose = isInto && merge.agreedAt !== null;
  const [recordings, others] = [findReadyOf(context.db, merge.intoId), findReadyOf(context.db, merge.fromId)];
  const recorded = recordedAmong(context, [...recordings.values(), ...others.values()]);
  return {
    id: merge.id,
    applicationId,
    isInto,
    isAgreed: merge.agreedAt !== null,
    callTitle: call.title,
    reference: mine.reference,
    otherReference: other.reference,
    otherOwner: personById(context, other.applicantId)?.name ?? '',
    language: mine.language,
    otherLanguage: other.language,
    questions: mayChoose
      ? call.questions.map((question) => {
          const sideOf = (answers: typeof ours, sent: typeof others) => ({
            text: answers.find(({ questionId }) => questionId === question.id)?.text ?? '',
            isRecorded: sent.has(question.id),
          });
          const markOf = (answers: typeof ours, sent: typeof others) => ({
            revision: answers.find(({ questionId }) => questionId === question.id)?.revision ?? 0,
            mediaId: sent.get(question.id)?.id ?? null,
          });
          const shown = ({ text }: { text: string }, sent: typeof others) => ({
            answer: shownAnswer(question, text, call.currency),
            recorded: recorded.get(sent.get(question.id)?.id ?? '') ?? null,
          });
          const [one, two] = [sideOf(ours, recordings), sideOf(theirs, others)];
          return {
            id: question.id,
            label: question.label,
            ours: shown(one, recordings),
            theirs: shown(two, others),
            choices: mergeChoices(question.kind, one, two),
            proposed: proposedChoice(question.kind, one, two),
            seen: seenMark([markOf(ours, recordings), markOf(theirs, others)]),
          };
        })
      : [],
  };
}
