import { and, eq, isNotNull, lt, ne } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';

const earlier = alias(application, 'earlier');

const returning = prepared((tx) =>
  tx
    .selectDistinct({ id: application.id })
    .from(application)
    .innerJoin(
      earlier,
      and(
        eq(earlier.applicantId, application.applicantId),
        ne(earlier.callId, application.callId),
        isNotNull(earlier.submittedAt),
        lt(earlier.submittedAt, application.submittedAt),
      ),
    )
    .where(isAmong(application.id, 'applicationIds'))
    .prepare(),
);

/** Those of these applications whose owner had sent one to another call before. */
export function findReturningAmong(tx: Tx, applicationIds: readonly Id[]): Id[] {
  return returning(tx)
    .all({ applicationIds: listed(applicationIds) })
    .map(({ id }) => id);
}
