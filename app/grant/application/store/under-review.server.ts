import { and, asc, eq, getTableColumns, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';
import { applicationListing } from '#db/schema/application-list.ts';
import type { Application } from '../store.server.ts';

const isInReview = and(eq(applicationListing.state, 'submitted'), ne(applicationListing.eligibility, 'not-eligible'));

const inReviewOfCall = prepared((tx) =>
  tx
    .select(getTableColumns(application))
    .from(application)
    .innerJoin(applicationListing, eq(applicationListing.applicationId, application.id))
    .where(and(eq(application.callId, sql.placeholder('callId')), isInReview))
    .orderBy(asc(application.reference))
    .prepare(),
);

/** What was submitted to a call and marked not eligible by nobody. */
export function findApplicationsInReview(tx: Tx, callId: Id): Application[] {
  return inReviewOfCall(tx).all({ callId });
}

const idsInReview = prepared((tx) =>
  tx
    .select({ id: applicationListing.applicationId })
    .from(applicationListing)
    .where(and(eq(applicationListing.callId, sql.placeholder('callId')), isInReview))
    .orderBy(asc(applicationListing.reference))
    .prepare(),
);

/** The same by their ids. */
export function findIdsInReview(tx: Tx, callId: Id): Id[] {
  return idsInReview(tx)
    .all({ callId })
    .map(({ id }) => id);
}

const inReviewAmong = prepared((tx) =>
  tx
    .select(getTableColumns(application))
    .from(application)
    .innerJoin(applicationListing, eq(applicationListing.applicationId, application.id))
    .where(and(isAmong(application.id, 'applicationIds'), isInReview))
    .orderBy(asc(application.reference))
    .prepare(),
);

/** Those of these applications that are in review, in order of reference. */
export function findInReviewAmong(tx: Tx, applicationIds: readonly Id[]): Application[] {
  return inReviewAmong(tx).all({ applicationIds: listed(applicationIds) });
}
