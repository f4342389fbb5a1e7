import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { mayManageCall } from '../rules/access.ts';
import { findChange, insertChange } from '../store/changes.server.ts';
import { findDates, writeDates } from '../store/dates.server.ts';
import { findTerms, writeTerms } from '../store/glossary.server.ts';
import { findCheckItems, writeCheckItems } from '../store/self-check.server.ts';
import {
  findCall,
  findCriteria,
  findPublication,
  findQuestions,
  insertCall,
  writeCriteria,
  writeQuestions,
} from '../store.server.ts';

/**
 * Begins a change to a published call as a draft beside it, with everything the call says now, or finds the one that
 * is being prepared already: two managers work on the same.
 */
export function beginChange(context: Context, callId: Id): Outcome<{ draftId: Id }, 'not-found' | 'not-published'> {
  const { actor } = context;
  return context.transact((tx) => {
    const call = findCall(tx, callId);
    if (actor === null || call === null || !mayManageCall(actor, call)) return refused('not-found');
    if (call.state !== 'published') return refused('not-published');
    const begun = findChange(tx, callId);
    if (begun !== null) return done({ draftId: begun.draftId });
    const publication = findPublication(tx, callId);
    invariant(publication !== null, 'a published call has its text: a trigger says so');
    const draftId = context.newId();
    insertCall(tx, {
      ...call,
      id: draftId,
      // Its own address is never told to anybody: the preview needs one.
      slug: `change-${draftId}`.toLowerCase(),
      state: 'draft',
      createdAt: context.now,
      createdBy: actor.personId,
      publishedAt: null,
    });
    const copyOf = new Map<Id, Id>();
    const copied = <Entry extends { readonly id: Id }>(entries: readonly Entry[]) =>
      entries.map((entry) => {
        const id = context.newId();
        copyOf.set(entry.id, id);
        return { ...entry, id };
      });
    const questions = copied(findQuestions(tx, callId)).map((question) => {
      const { onlyIf } = question;
      return onlyIf === null
        ? question
        : { ...question, onlyIf: { ...onlyIf, questionId: copyOf.get(onlyIf.questionId) ?? '' } };
    });
    const dates = copied(findDates(tx, callId));
    const origins = Object.fromEntries([...copyOf].map(([original, copy]) => [copy, original]));
    writeQuestions(tx, draftId, questions);
    writeDates(tx, draftId, dates);
    writeCriteria(tx, draftId, copied(findCriteria(tx, callId)));
    writeTerms(tx, draftId, copied(findTerms(tx, callId)));
    writeCheckItems(tx, draftId, copied(findCheckItems(tx, callId)));
    insertChange(tx, {
      callId,
      draftId,
      baseVersion: publication.version,
      origins,
      begunAt: context.now,
      begunBy: actor.personId,
    });
    return done({ draftId });
  });
}
