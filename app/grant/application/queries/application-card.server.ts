import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Minor } from '#app/kernel/money.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { MoneyHolder } from '../rules/details.ts';
import type { ApplicationState } from '../rules/state.ts';
import { lateUntilOf } from '../store/access-codes.server.ts';
import { findSafety } from '../store/safety.server.ts';
import { findApplicationsInReview, findIdsInReview, findInReviewAmong } from '../store/under-review.server.ts';
import {
  type Application,
  countApplications,
  countNews,
  findApplication,
  findApplications,
  findApplicationsOf,
  isApplicant,
  secondsByApplication,
  wordsByApplication,
} from '../store.server.ts';

/** What every later stage needs to know of an application without reading it. */
export type ApplicationCard = {
  readonly id: Id;
  readonly reference: string;
  readonly callId: Id;
  readonly applicantId: Id;
  readonly state: ApplicationState;
  readonly title: string;
  readonly oneLine: string;
  readonly groupName: string;
  /** What anybody but the group itself and the staff of its call is shown instead of its name. */
  readonly publicName: string;
  readonly theme: string;
  readonly city: string;
  readonly amountMinor: Minor | null;
  readonly moneyHolder: MoneyHolder;
  /** The organisation that would hold the money for them; empty unless one would. */
  readonly hostName: string;
  readonly language: string;
  /** Written words of all answers, and whole seconds of all recordings: the work of reading it. */
  readonly words: number;
  readonly videoSeconds: number;
  readonly submittedAt: Instant | null;
  /** Until when a code lets it come late; null for the window of its call. */
  readonly lateUntil: Instant | null;
};

/** The same without the work of reading it, which costs a look at every answer: for lists of a whole call. */
export type ApplicationHead = Omit<ApplicationCard, 'words' | 'videoSeconds'>;

type Read = Pick<Context, 'db'>;

/** One application, whoever asks: the caller has checked that they may. */
export function applicationCard(context: Read, applicationId: Id): ApplicationCard | null {
  const found = findApplication(context.db, applicationId);
  return found === null ? null : (cardsOf(context, [found])[0] ?? null);
}

/**
 * What the panel of a call reads, in order of reference: submitted, not withdrawn, and not marked not eligible. What
 * nobody checked is read: silence turns nobody away. The caller checks who asks.
 */
export function applicationsUnderReview(context: Read, callId: Id): ApplicationHead[] {
  return headsOf(context, findApplicationsInReview(context.db, callId));
}

/** Which those are: one query that reads no application. The caller checks who asks. */
export function idsUnderReview(context: Read, callId: Id): Id[] {
  return findIdsInReview(context.db, callId);
}

/** Those of these applications that are under review, in order of reference. The caller checks who asks. */
export function underReviewAmong(context: Read, applicationIds: readonly Id[]): ApplicationHead[] {
  return headsOf(context, findInReviewAmong(context.db, applicationIds));
}

/** Words and whole seconds to read and watch in each of these applications: two queries. The caller checks who asks. */
export function readingSizes(
  context: Read,
  applicationIds: readonly Id[],
): ReadonlyMap<Id, Pick<ApplicationCard, 'words' | 'videoSeconds'>> {
  const words = wordsByApplication(context.db, applicationIds);
  const seconds = secondsByApplication(context.db, applicationIds);
  return new Map(
    applicationIds.map((id) => [id, { words: words.get(id) ?? 0, videoSeconds: Math.round(seconds.get(id) ?? 0) }]),
  );
}

/** Everything somebody has begun or is in the team of, newest first. The caller checks who asks. */
export function applicationsOf(context: Read, personId: Id): ApplicationCard[] {
  return cardsOf(context, findApplicationsOf(context.db, personId));
}

/** Applications by id, for lists: five queries however long. The caller has checked who asks. */
export function applicationsById(context: Read, applicationIds: readonly Id[]): ReadonlyMap<Id, ApplicationCard> {
  return new Map(cardsOf(context, findApplications(context.db, applicationIds)).map((card) => [card.id, card]));
}

/** How these applications are called in public, withdrawn or not: two queries. The caller checks who asks. */
export function applicationNames(
  context: Read,
  applicationIds: readonly Id[],
): ReadonlyMap<Id, Pick<ApplicationCard, 'title' | 'publicName'>> {
  return new Map(
    [...applicationHeads(context, applicationIds)].map(([id, { title, publicName }]) => [id, { title, publicName }]),
  );
}

/** Applications by id without the work of reading them: three queries however long. The caller has checked who asks. */
export function applicationHeads(context: Read, applicationIds: readonly Id[]): ReadonlyMap<Id, ApplicationHead> {
  return new Map(headsOf(context, findApplications(context.db, applicationIds)).map((head) => [head.id, head]));
}

export type ApplicationCounts = Readonly<Record<ApplicationState, number>>;

/** How many applications each of these calls has: one query however many calls. The caller checks who asks. */
export function applicationCounts(context: Read, callIds: readonly Id[]): ReadonlyMap<Id, ApplicationCounts> {
  const counts = new Map(callIds.map((callId) => [callId, { draft: 0, submitted: 0, withdrawn: 0 }]));
  for (const { callId, state, count } of countApplications(context.db, callIds)) {
    const ofCall = counts.get(callId);
    if (ofCall !== undefined) ofCall[state] = count;
  }
  return counts;
}

/** What came and was taken back after one moment and up to another, by call; calls without news are missing. */
export function applicationNews(
  context: Read,
  callIds: readonly Id[],
  after: Instant,
  upTo: Instant,
): ReadonlyMap<Id, { readonly arrived: number; readonly takenBack: number }> {
  return new Map(countNews(context.db, callIds, after, upTo).map(({ callId, ...news }) => [callId, news]));
}

/** Whether somebody has begun an application in any call. */
export function hasApplied(context: Read, personId: Id): boolean {
  return isApplicant(context.db, personId);
}

/** Five queries, however long the list. */
export function cardsOf(context: Read, applications: readonly Application[]): ApplicationCard[] {
  const sizes = readingSizes(
    context,
    applications.map(({ id }) => id),
  );
  return headsOf(context, applications).map((head) => ({ ...head, words: 0, videoSeconds: 0, ...sizes.get(head.id) }));
}

function headsOf(context: Read, applications: readonly Application[]): ApplicationHead[] {
  const ids = applications.map((application) => application.id);
  const late = lateUntilOf(context.db, ids);
  const safety = findSafety(context.db, ids);
  return applications.map((found) => ({
    id: found.id,
    reference: found.reference,
    callId: found.callId,
    applicantId: found.applicantId,
    state: found.state,
    title: found.title,
    oneLine: found.oneLine,
    groupName: found.groupName,
    publicName: safety.get(found.id)?.publicName || found.groupName,
    theme: found.theme,
    city: found.city,
    amountMinor: found.amountMinor,
    moneyHolder: found.moneyHolder,
    hostName: found.hostName,
    language: found.language,
    submittedAt: found.submittedAt,
    lateUntil: late.get(found.id) ?? null,
  }));
}
