import type { Id } from '#app/kernel/id.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { partnerById } from '#app/people/queries/people.server.ts';
import type { Context, Tx } from '#app/platform/context.server.ts';
import { mayManageCall } from '../rules/access.ts';
import { type ChangingCall, changesAllowed, type RefusedChange, type SincePublished } from '../rules/changing.ts';
import { type Difference, differences, movesADate, toldIn } from '../rules/differences.ts';
import { publicationOf } from '../rules/publication.ts';
import {
  type PublishingProblem,
  type PublishingWarning,
  publishingProblems,
  publishingWarnings,
} from '../rules/publishing.ts';
import { type CallChange, type ChangedCall, findChange } from '../store/changes.server.ts';
import { findDates } from '../store/dates.server.ts';
import { findTerms } from '../store/glossary.server.ts';
import { findCheckItems } from '../store/self-check.server.ts';
import { type CallRow, findCall, findCriteria, findPublication, findQuestions } from '../store.server.ts';

/** A change as it stands: what it does, what keeps it from being published, and whom it concerns. */
export type PendingChange = {
  readonly change: CallChange;
  readonly call: CallRow;
  /** Where the draft can be looked at. */
  readonly draftSlug: string;
  readonly changed: ChangedCall;
  readonly differences: readonly Difference[];
  readonly movesADate: boolean;
  readonly refused: readonly RefusedChange[];
  readonly problems: readonly PublishingProblem[];
  /** Those that the published call does not have already. */
  readonly warnings: readonly PublishingWarning[];
  readonly version: number;
  /** What would be published. */
  readonly facts: string;
  readonly factsHash: string;
};

/** The change that is being prepared for a call, for its manager; null where there is none. */
export function pendingChange(context: Context, callId: Id, since: SincePublished): PendingChange | null {
  const call = findCall(context.db, callId);
  if (call === null || !mayManageCall(context.actor, call)) return null;
  const change = findChange(context.db, callId);
  return change === null ? null : weighed(context, call, change, since);
}

function weighed(context: Context, call: CallRow, change: CallChange, since: SincePublished): PendingChange {
  const { db: tx, now } = context;
  const draft = findCall(tx, change.draftId);
  const current = findPublication(tx, call.id);
  const partner = partnerById(context, call.partnerId);
  invariant(draft !== null && current !== null && partner !== null, 'a change has its draft, its call and its partner');
  const before = wholeOf(tx, call);
  const after = asChange(wholeOf(tx, draft), change, call);
  const { facts, factsHash } = publicationOf({ ...after, partnerName: partner.name });
  const changes = differences(toldIn(current.facts), toldIn(facts));
  const { criteria: _, ...changed } = after;
  const known = publishingWarnings(before, now);
  return {
    change,
    call,
    draftSlug: draft.slug,
    changed,
    differences: changes,
    movesADate: movesADate(changes),
    refused: changesAllowed(before, after, since, now),
    // That it has closed is no fault of a change that leaves the closing alone; a new closing is judged with the change.
    problems: publishingProblems(after, now).filter((problem) => problem !== 'closes-in-the-past'),
    warnings: publishingWarnings(after, now).filter((warning) => !known.includes(warning)),
    version: current.version + 1,
    facts,
    factsHash,
  };
}

type Whole = ChangingCall & ChangedCall;

function wholeOf(tx: Tx, row: CallRow): Whole {
  const { id, partnerId, state, createdAt, createdBy, publishedAt, ...facts } = row;
  return {
    ...facts,
    questions: findQuestions(tx, id),
    dates: findDates(tx, id),
    criteria: findCriteria(tx, id),
    terms: findTerms(tx, id),
    checkItems: findCheckItems(tx, id),
  };
}

/** The draft with the names that its call has: its address, and the ids that answers and calendars know. */
function asChange(draft: Whole, { origins }: CallChange, call: CallRow): Whole {
  const original = (id: Id) => origins[id] ?? id;
  return {
    ...draft,
    slug: call.slug,
    questions: draft.questions.map((question) => ({
      ...question,
      id: original(question.id),
      onlyIf:
        question.onlyIf === null
          ? null
          : { questionId: original(question.onlyIf.questionId), anyOf: question.onlyIf.anyOf },
    })),
    dates: draft.dates.map((date) => ({ ...date, id: original(date.id) })),
  };
}
