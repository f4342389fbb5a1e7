import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { peopleById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promisesAbout } from '#app/platform/promises-about.server.ts';
import { callById } from '../../call/queries/call-facts.server.ts';
import { minutesFor } from '../../call/rules/minutes.ts';
import { windowOf } from '../../call/rules/window.ts';
import { decideCarry } from '../rules/carrying.ts';
import { detailsOf } from '../rules/details.ts';
import { draftFrom } from '../rules/draft.ts';
import { takenBy } from '../rules/media.ts';
import { answerProgress, detailsProgress, minutesLeft } from '../rules/progress.ts';
import { isTest } from '../rules/reference.ts';
import { answersWith, detailsWith, mediaWith } from '../rules/reopened-draft.ts';
import { gapsInParts } from '../rules/reopening.ts';
import { gapsOf, windowFor } from '../rules/submitting.ts';
import { mayEdit, mayManageTeam, maySign, mayView } from '../rules/team.ts';
import { lateUntilFor } from '../store/access-codes.server.ts';
import { findCarriedWords } from '../store/carrying.server.ts';
import { countOpenComments } from '../store/comments.server.ts';
import { findMediaOf, findUnsentOf, type Media } from '../store/media.server.ts';
import { withTextsOf } from '../store/recordings.server.ts';
import { findMembers } from '../store/team.server.ts';
import { findAnswers, findApplication } from '../store.server.ts';
import { openReopening } from './open-reopening.server.ts';
import { recordedAmong } from './recorded.server.ts';
import { shownTranslations } from './shown-translations.server.ts';
import { givenName } from './staff-entries.server.ts';
import { myRole } from './team.server.ts';
import { unsentRecordings, unsentWords } from './unsent-words.server.ts';

export type MyApplication = NonNullable<ReturnType<typeof myApplication>>;
export type MyQuestion = MyApplication['questions'][number];

/** An application as its team works on it: details, questions with what was answered, and what is missing. */
export function myApplication(context: Context, applicationId: Id) {
  const found = findApplication(context.db, applicationId);
  const role = found === null ? null : myRole(context, found);
  if (found === null || !mayView(role)) return null;
  const call = callById(context, found.callId);
  invariant(call !== null, 'an application has a call: the foreign key says so');
  const answers = findAnswers(context.db, applicationId);
  const translations = shownTranslations(context, applicationId, answers);
  const media = findMediaOf(context.db, applicationId);
  const unsentMedia = found.state === 'draft' ? [] : findUnsentOf(context.db, applicationId);
  const everyMedia = [...media, ...unsentMedia];
  const recorded = recordedAmong(context, everyMedia);
  const lateUntil = lateUntilFor(context.db, applicationId);
  const own = windowFor(call, lateUntil);
  const isPretend = isTest(found);
  const closesAt = isPretend ? call.closesAt : own.closesAt;
  const others = findMembers(context.db, applicationId).length;
  const nameOf = namesOf(context, [
    found.applicantId,
    found.detailsSavedBy,
    ...answers.map(({ savedBy }) => savedBy),
    ...everyMedia.map(({ sentBy }) => sentBy),
  ]);
  const comments = countOpenComments(context.db, applicationId);
  const reopening = openReopening(context, found);
  const parts = reopening?.parts ?? [];
  const draft = draftFrom(
    { ...found, ...detailsWith(found, parts) },
    call.questions,
    answersWith(answers, parts),
    withTextsOf(context.db, mediaWith(media, unsentMedia, parts)),
    call.currency,
  );
  const drafted = new Map(draft.answers.map((answer) => [answer.questionId, answer]));
  return {
    id: found.id,
    reference: found.reference,
    /** The call it tries out; null for a real application. */
    testOf: isPretend ? call.id : null,
    /** What the signed-in person may do here. */
    role,
    mayEdit: mayEdit(role),
    maySign: maySign(role),
    team: {
      ownerName: givenName(context, found, context.actor?.personId ?? '') ?? nameOf(found.applicantId),
      others,
    },
    state: found.state,
    details: draft.details,
    /** As they were sent; the same as `details` unless some of them are reopened. */
    standingDetails: detailsOf(found),
    detailsRevision: reopening?.detailsRevision ?? found.detailsRevision,
    detailsSaved: { byOther: otherName(context, found.detailsSavedBy, nameOf), at: found.detailsSavedAt },
    detailsProgress: detailsProgress(draft.details, call),
    submittedAt: found.submittedAt,
    /** An award was accepted for it: it can no longer be taken back. */
    isSettled: found.settledAt !== null,
    withdrawnAt: found.withdrawnAt,
    /** Its own: a code for late entry may keep the call open for this application. */
    window: windowOf(own, context.now),
    lateUntil,
    /** What may be written anew after it was sent; the questions and details here are then as they are being written. */
    reopening:
      reopening === null
        ? null
        : {
            reason: reopening.reason,
            untilAt: reopening.untilAt,
            questionIds: parts.flatMap(({ questionId }) => questionId ?? []),
            details: parts.flatMap(({ detail }) => detail ?? []),
            isChanged:
              parts.some(({ before, text }) => before !== text) ||
              unsentMedia.some(({ state, reopenedPartId }) => state !== 'rejected' && isAmong(parts, reopenedPartId)),
          },
    /** Whether its words may begin an application to another call, by this person. */
    canCarry: mayManageTeam(role) && decideCarry(found, { ...call, closesAt }, context.now).ok,
    /** Words of an earlier application that found no question here. */
    hasEarlierWords: findCarriedWords(context.db, applicationId).length > 0,
    unsent: unsentWords(context, found, call.questions),
    unsentRecordings: unsentRecordings(context, found, call.questions),
    call: {
      slug: call.slug,
      title: call.title,
      partnerName: call.partnerName,
      contact: call.contact,
      language: call.language,
      currency: call.currency,
      awardMaxMinor: call.awardMaxMinor,
      timeZone: call.timeZone,
      opensAt: call.opensAt,
      closesAt,
      themes: call.themes,
      videoSecondsMax: call.videoSecondsMax,
    },
    terms: call.terms.map(({ term, meaning }) => ({ term, meaning })),
    questions: call.questions.map((question) => {
      const answer = answers.find((written) => written.questionId === question.id);
      const standing = media.filter((recording) => recording.questionId === question.id);
      const asked = drafted.get(question.id);
      const part = parts.find(({ questionId }) => questionId === question.id);
      // A reopened question has its own: what was sent stays beside it.
      const anew =
        part === undefined ? standing : unsentMedia.filter(({ reopenedPartId }) => reopenedPartId === part.id);
      const ready = anew.find(({ state }) => state === 'ready');
      const sent = standing.find(({ state }) => state === 'ready');
      return {
        id: question.id,
        position: question.position,
        /** False where an answer given elsewhere says that it does not concern them. */
        isAsked: asked !== undefined,
        /** Whether it is asked only because of a choice in another question. */
        isConditional: question.onlyIf !== null,
        kind: question.kind,
        section: question.section,
        options: question.options,
        label: question.label,
        guidance: question.guidance,
        wordsMax: question.wordsMax,
        required: question.required,
        taken: takenBy(question),
        minutes: minutesFor(question),
        text: part?.text ?? answer?.text ?? '',
        /** What stands in the application: not the same while the question is reopened. */
        standing: answer?.text ?? '',
        /** BCP 47 tag of the answer. */
        language: answer?.language ?? found.language,
        translations: translations.get(question.id) ?? [],
        isReopened: part !== undefined,
        words: part?.words ?? answer?.words ?? 0,
        revision: part?.revision ?? answer?.revision ?? 0,
        saved: { byOther: otherName(context, answer?.savedBy ?? null, nameOf), at: answer?.savedAt ?? null },
        openComments: comments.get(question.id) ?? 0,
        progress: asked === undefined ? 'optional' : answerProgress(asked),
        recorded: recorded.get((ready ?? sent)?.id ?? '') ?? null,
        recordedBy: {
          byOther: otherName(context, (ready ?? sent)?.sentBy ?? null, nameOf),
          at: (ready ?? sent)?.stateAt ?? null,
        },
        /** What stands in the application: not the same once something was recorded anew for a reopened question. */
        sentRecording: recorded.get(sent?.id ?? '') ?? null,
        arriving: arrivingIn(context, anew, nameOf),
      };
    }),
    gaps: reopening === null ? gapsOf(draft, call) : gapsInParts(gapsOf(draft, call), parts),
    minutesLeft: minutesLeft(draft.details, draft.answers, call),
  };
}

function namesOf(context: Context, personIds: readonly (Id | null)[]): (personId: Id) => string {
  const known = peopleById(context, [...new Set(personIds.filter((personId) => personId !== null))]);
  return (personId) => known.get(personId)?.name ?? '';
}

/** Who else saved the words that stand there; null for the reader's own. */
function otherName(context: Context, savedBy: Id | null, nameOf: (personId: Id) => string): string | null {
  return savedBy === null || savedBy === context.actor?.personId ? null : nameOf(savedBy);
}

function isAmong(parts: readonly { readonly id: Id }[], partId: Id | null): boolean {
  return parts.some(({ id }) => id === partId);
}

function arrivingIn(context: Context, recordings: readonly Media[], nameOf: (personId: Id) => string) {
  const arriving = recordings.find((recording) => recording.state !== 'ready');
  if (arriving === undefined) return null;
  const { id, state, rejectedReason, sentBy } = arriving;
  // Nobody is to choose its file again: the portal itself brings it from another draft.
  const comesAlong = state === 'receiving' && promisesAbout(context, 'recording-comes-along', id).length > 0;
  const byOther = otherName(context, sentBy, nameOf);
  return { id, byOther, state: comesAlong ? ('coming' as const) : state, rejectedReason };
}
