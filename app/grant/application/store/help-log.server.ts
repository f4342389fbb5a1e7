import { and, asc, count, desc, eq, ne, notExists, type SQL, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';
import { helpGiven, helpOffer } from '#db/schema/application-help.ts';

/** One line of the log, and what its place in it hangs on. */
export type Logged = {
  readonly id: Id;
  readonly reference: string;
  readonly state: 'draft' | 'submitted' | 'withdrawn';
  /** How often it was helped. */
  readonly times: number;
};

type Toward = 'after' | 'before';

/** Before the first and after the last of all references, and of all counts. */
const EDGES = { after: { reference: '', times: 0 }, before: { reference: '\uffff', times: Number.MAX_SAFE_INTEGER } };

const columns = { id: application.id, reference: application.reference, state: application.state };
const isLogged = and(
  eq(application.callId, sql.placeholder('callId')),
  sql`${application.reference} not glob 'TEST-*'`,
  sql`${application.id} not in (select value from json_each(${sql.placeholder('hidden')}))`,
);

function isBeyond(toward: Toward, key: SQL, from: SQL): SQL {
  return toward === 'after' ? sql`${key} > ${from}` : sql`${key} < ${from}`;
}

/** Those in one state that had no help, by the index of the call: as fast at the end as at the start. */
const unhelped = (toward: Toward) =>
  prepared((tx) => {
    const given = tx.select({ id: helpGiven.id }).from(helpGiven).where(eq(helpGiven.applicationId, application.id));
    const direction = toward === 'after' ? asc : desc;
    return tx
      .select(columns)
      .from(application)
      .where(
        and(
          isLogged,
          eq(application.state, sql.placeholder('state')),
          isBeyond(toward, sql`${application.reference}`, sql`${sql.placeholder('reference')}`),
          notExists(given),
        ),
      )
      .orderBy(direction(application.reference))
      .limit(sql.placeholder('limit'))
      .prepare();
  });

/** Those that had help, the least first: what is read are the entries of the log, not the applications. */
const helped = (toward: Toward) =>
  prepared((tx) => {
    const direction = toward === 'after' ? asc : desc;
    const key = sql`(count(*), ${application.reference})`;
    const from = sql`(${sql.placeholder('times')}, ${sql.placeholder('reference')})`;
    return tx
      .select({ ...columns, times: count() })
      .from(helpGiven)
      .crossJoin(application)
      .where(and(eq(application.id, helpGiven.applicationId), isLogged, ne(application.state, 'withdrawn')))
      .groupBy(helpGiven.applicationId)
      .having(isBeyond(toward, key, from))
      .orderBy(direction(count()), direction(application.reference))
      .limit(sql.placeholder('limit'))
      .prepare();
  });

const WITHOUT_HELP = { after: unhelped('after'), before: unhelped('before') };
const WITH_HELP = { after: helped('after'), before: helped('before') };

/** The parts of the log, in its order. */
const PARTS = ['draft', 'submitted', 'helped'] as const;

function partOf({ times, state }: Logged): number {
  return times > 0 ? PARTS.indexOf('helped') : PARTS.indexOf(state === 'draft' ? 'draft' : 'submitted');
}

/**
 * Lines of the log of a call by key: drafts without help first, then what was sent without help, then what had help,
 * the least first; in each part by reference.
 *
 * @param hidden  applications that are left out
 * @param from    the line they come after or before; null for the first
 * @param limit   how many at most
 */
export function findLogged(
  tx: Tx,
  callId: Id,
  hidden: readonly Id[],
  from: { readonly toward: Toward; readonly row: Logged } | null,
  limit: number,
): Logged[] {
  const toward = from?.toward ?? 'after';
  const at = from === null ? 0 : partOf(from.row);
  const parts = toward === 'after' ? PARTS.slice(at) : PARTS.slice(0, at + 1).toReversed();
  const asked = { callId, hidden: listed(hidden) };
  const found: Logged[] = [];
  for (const [place, part] of parts.entries()) {
    const key = place === 0 && from !== null ? from.row : EDGES[toward];
    const rest = { ...asked, reference: key.reference, limit: limit - found.length };
    if (part === 'helped') found.push(...WITH_HELP[toward](tx).all({ ...rest, times: key.times }));
    else
      found.push(
        ...WITHOUT_HELP[toward](tx)
          .all({ ...rest, state: part })
          .map((row) => ({ ...row, times: 0 })),
      );
    if (found.length >= limit) break;
  }
  return found;
}

const oneLogged = prepared((tx) =>
  tx
    .select({ ...columns, times: count(helpGiven.id) })
    .from(application)
    .leftJoin(helpGiven, eq(helpGiven.applicationId, application.id))
    .where(and(isLogged, eq(application.id, sql.placeholder('applicationId')), ne(application.state, 'withdrawn')))
    .groupBy(application.id)
    .prepare(),
);

/** One line of the log of a call; null for what is not in it. */
export function findLoggedOne(tx: Tx, callId: Id, hidden: readonly Id[], applicationId: Id): Logged | null {
  return oneLogged(tx).get({ callId, hidden: listed(hidden), applicationId }) ?? null;
}

const sums = prepared((tx) =>
  tx
    .select({
      applicationId: helpGiven.applicationId,
      kind: helpGiven.kind,
      times: count(),
      minutes: sql<number>`coalesce(sum(${helpGiven.minutes}), 0)`,
    })
    .from(helpGiven)
    .where(isAmong(helpGiven.applicationId, 'applicationIds'))
    .groupBy(helpGiven.applicationId, helpGiven.kind)
    .prepare(),
);

/** The help that these applications had: one row an application and kind, one query. */
export function sumHelp(tx: Tx, applicationIds: readonly Id[]) {
  return sums(tx).all({ applicationIds: listed(applicationIds) });
}

const offers = prepared((tx) =>
  tx.select().from(helpOffer).where(isAmong(helpOffer.applicationId, 'applicationIds')).prepare(),
);

/** The offers of help that these applications had: one query. */
export function findOffers(tx: Tx, applicationIds: readonly Id[]): (typeof helpOffer.$inferSelect)[] {
  return offers(tx).all({ applicationIds: listed(applicationIds) });
}
