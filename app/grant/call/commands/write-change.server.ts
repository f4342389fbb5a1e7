import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type PendingChange, pendingChange } from '../queries/pending-change.server.ts';
import type { ChangeRefusal, SincePublished } from '../rules/changing.ts';
import type { PublishingProblem } from '../rules/publishing.ts';
import { type ChangedCall, publishVersion } from '../store/changes.server.ts';

export type WriteChangeRefusal =
  | 'not-found'
  | 'reason-missing'
  | 'nothing-changed'
  | 'changed-meanwhile'
  | ChangeRefusal
  | PublishingProblem;

/**
 * Publishes the change that was prepared as the next version of its call. Whoever calls it tells those who have begun
 * to apply, in the same transaction.
 *
 * @param reason  why, as everybody reads it
 * @param seen    the hash of the text that the manager has read; anything else was changed meanwhile
 * @param since   what applications there are: a later stage knows
 */
export function writeChange(
  context: Context,
  callId: Id,
  { reason, seen }: { readonly reason: string; readonly seen: string },
  since: SincePublished,
): Outcome<{ version: number; movesADate: boolean }, WriteChangeRefusal> {
  return context.transact((tx) => {
    const pending = pendingChange(context, callId, since);
    if (pending === null) return refused('not-found');
    if (reason.trim() === '') return refused('reason-missing');
    if (pending.differences.length === 0 && pending.refused.length === 0) return refused('nothing-changed');
    const fault = pending.refused[0]?.refusal ?? pending.problems[0];
    if (fault !== undefined) return refused(fault);
    if (pending.factsHash !== seen) return refused('changed-meanwhile');
    invariant(context.actor !== null, 'only a manager sees a pending change');
    const { version, facts, factsHash, change } = pending;
    const publication = {
      callId,
      version,
      reason: reason.trim(),
      facts,
      factsHash,
      publishedAt: context.now,
      publishedBy: context.actor.personId,
    };
    publishVersion(tx, change, publication, withOwnIds(context, pending));
    return done({ version, movesADate: pending.movesADate });
  });
}

/** What is new in the draft gets ids of its own in the call: those of the draft are still taken. */
function withOwnIds(context: Context, { changed, change }: PendingChange): ChangedCall {
  const known = new Set(Object.values(change.origins));
  const fresh = new Map<Id, Id>();
  const own = (id: Id): Id => {
    if (known.has(id)) return id;
    const given = fresh.get(id) ?? context.newId();
    fresh.set(id, given);
    return given;
  };
  const renamed = <Entry extends { readonly id: Id }>(entries: readonly Entry[]) =>
    entries.map((entry) => ({ ...entry, id: own(entry.id) }));
  return {
    ...changed,
    questions: renamed(changed.questions).map((question) => {
      const { onlyIf } = question;
      return onlyIf === null ? question : { ...question, onlyIf: { ...onlyIf, questionId: own(onlyIf.questionId) } };
    }),
    dates: renamed(changed.dates),
    terms: renamed(changed.terms),
    checkItems: renamed(changed.checkItems),
  };
}
