import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { publicationOf } from '../rules/publication.ts';
import {
  type PublishingProblem,
  type PublishingWarning,
  publishingProblems,
  publishingWarnings,
} from '../rules/publishing.ts';
import { findChangedCall } from '../store/changes.server.ts';
import { findDates } from '../store/dates.server.ts';
import { findTerms } from '../store/glossary.server.ts';
import { findCheckItems } from '../store/self-check.server.ts';
import { findCriteria, findQuestions, publish } from '../store.server.ts';
import { type DraftRefusal, openDraft } from './open-draft.server.ts';

/**
 * Publishes a draft and freezes what applicants are told.
 *
 * @param ticked  the warnings the manager has seen and means; one that is missing refuses
 * @returns       the SHA-256 of the frozen text, in hex
 */
export function publishCall(
  context: Context,
  callId: Id,
  ticked: readonly PublishingWarning[] = [],
): Outcome<{ factsHash: string }, DraftRefusal | PublishingProblem | 'warnings-not-ticked'> {
  return context.transact((tx) => {
    const opened = openDraft(tx, context, callId);
    if (!opened.ok) return opened;
    // A change is published as a version of its call.
    if (findChangedCall(tx, callId) !== null) return refused('not-found');
    const partner = partnerById(context, opened.value.partnerId);
    invariant(partner !== null && context.actor !== null, 'a draft that was opened has its partner and its manager');
    const call = {
      ...opened.value,
      questions: findQuestions(tx, callId),
      criteria: findCriteria(tx, callId),
      terms: findTerms(tx, callId),
      checkItems: findCheckItems(tx, callId),
      dates: findDates(tx, callId),
    };
    const problem = publishingProblems(call, context.now)[0];
    if (problem !== undefined) return refused(problem);
    if (!publishingWarnings(call, context.now).every((warning) => ticked.includes(warning))) {
      return refused('warnings-not-ticked');
    }
    const { facts, factsHash } = publicationOf({ ...call, partnerName: partner.name });
    publish(tx, { callId, facts, factsHash, publishedAt: context.now, publishedBy: context.actor.personId });
    return done({ factsHash });
  });
}
