import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { PageFrom } from '#app/kernel/paging.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';
import { draftFeedback, helpQuestion } from '#db/schema/application-help.ts';

/** What waits comes in the order it was asked, so that nobody is overtaken; what is answered, the newest first. */
const QUEUES = {
  waiting: { isIn: isNull(helpQuestion.answeredAt), key: helpQuestion.askedAt, isNewestFirst: false },
  answered: { isIn: isNotNull(helpQuestion.answeredAt), key: helpQuestion.answeredAt, isNewestFirst: true },
} as const;

export type Queue = keyof typeof QUEUES;

const isOfCall = and(
  eq(application.callId, sql.placeholder('callId')),
  sql`${application.id} not in (select value from json_each(${sql.placeholder('hidden')}))`,
);

function pageOf(queue: Queue, toward: PageFrom['toward'] | null) {
  const { isIn, key, isNewestFirst } = QUEUES[queue];
  const isUpward = isNewestFirst === (toward === 'before');
  const row = sql`(${key}, ${helpQuestion.id})`;
  const from = sql`(${sql.placeholder('key')}, ${sql.placeholder('id')})`;
  const isBeyond: SQL | undefined =
    toward === null ? undefined : isUpward ? sql`${row} > ${from}` : sql`${row} < ${from}`;
  const direction = isUpward ? asc : desc;
  return prepared((tx) =>
    tx
      .select({ question: helpQuestion, reference: application.reference })
      .from(helpQuestion)
      .innerJoin(application, eq(application.id, helpQuestion.applicationId))
      .where(and(isOfCall, isIn, isBeyond))
      .orderBy(direction(key), direction(helpQuestion.id))
      .limit(sql.placeholder('limit'))
      .prepare(),
  );
}

const ways = ['after', 'before', null] as const;
const pages = new Map(
  (['waiting', 'answered'] as const).flatMap((queue) =>
    ways.map((toward) => [`${queue} ${toward}`, pageOf(queue, toward)] as const),
  ),
);

type Asked = typeof helpQuestion.$inferSelect & { readonly reference: string };

/**
 * Questions of a call by key, with the reference each was asked from.
 *
 * @param hidden  applications that are left out
 * @param from    the question they come after or before; null for the first page
 * @param limit   how many at most, in the direction that is read in
 */
export function findQuestionsIn(
  tx: Tx,
  callId: Id,
  asked: { readonly queue: Queue; readonly hidden: readonly Id[]; readonly limit: number },
  from: { readonly toward: PageFrom['toward']; readonly row: typeof helpQuestion.$inferSelect } | null,
): Asked[] {
  const { queue, hidden, limit } = asked;
  const key = queue === 'waiting' ? from?.row.askedAt : from?.row.answeredAt;
  const page = pages.get(`${queue} ${from?.toward ?? null}`);
  const values = { callId, hidden: listed(hidden), key: key ?? null, id: from?.row.id ?? null, limit };
  return (page?.(tx).all(values) ?? []).map(({ question, reference }) => ({ ...question, reference }));
}

const isReadingWaiting = and(
  isOfCall,
  eq(application.state, 'draft'),
  isNull(draftFeedback.answeredAt),
  isNull(draftFeedback.takenBackAt),
);

const readings = prepared((tx) =>
  tx
    .select({
      id: draftFeedback.id,
      reference: application.reference,
      askedAt: draftFeedback.askedAt,
      all: sql<number>`count(*) over ()`,
    })
    .from(draftFeedback)
    .innerJoin(application, eq(application.id, draftFeedback.applicationId))
    .where(isReadingWaiting)
    .orderBy(asc(draftFeedback.askedAt), asc(draftFeedback.id))
    .limit(sql.placeholder('limit'))
    .prepare(),
);

/**
 * Drafts of a call whose writers wait for comments, the oldest request first: without what they lent.
 *
 * @param limit  how many at most; `all` says of each how many wait altogether
 */
export function findReadingsWaiting(tx: Tx, callId: Id, hidden: readonly Id[], limit: number) {
  return readings(tx).all({ callId, hidden: listed(hidden), limit });
}
