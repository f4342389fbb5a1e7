import { and, asc, eq, lte, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { conflict, conflictHistory, panelMember } from '#db/schema/assessment.ts';
import { seatLink } from '#db/schema/assessment-people.ts';
import { mentoredGroup, tieCleared } from '#db/schema/assessment-ties.ts';

const mentoredBy = prepared((tx) =>
  tx
    .select({ personId: mentoredGroup.personId, applicationId: mentoredGroup.applicationId })
    .from(mentoredGroup)
    .where(isAmong(mentoredGroup.personId, 'personIds'))
    .prepare(),
);

/** What the groups had their awards for whose mentor one of these people was. */
export function findMentored(tx: Tx, personIds: readonly Id[]): { personId: Id; applicationId: Id }[] {
  return mentoredBy(tx).all({ personIds: listed(personIds) });
}

const linksOfPanel = prepared((tx) =>
  tx
    .select({ memberId: seatLink.memberId, kind: seatLink.kind, name: seatLink.name })
    .from(seatLink)
    .innerJoin(panelMember, eq(panelMember.id, seatLink.memberId))
    .where(eq(panelMember.callId, sql.placeholder('callId')))
    .orderBy(asc(seatLink.toldAt), asc(seatLink.id))
    .prepare(),
);

/** Where the members of a panel work, whom they live with and are paid by, as they told it. */
export function findLinksOfPanel(tx: Tx, callId: Id) {
  return linksOfPanel(tx).all({ callId });
}

const clearedOfPanel = prepared((tx) =>
  tx
    .select({ memberId: tieCleared.memberId, applicationId: tieCleared.applicationId, ground: tieCleared.ground })
    .from(tieCleared)
    .innerJoin(panelMember, eq(panelMember.id, tieCleared.memberId))
    .where(eq(panelMember.callId, sql.placeholder('callId')))
    .prepare(),
);

/** Likenesses that staff found to be no ties. */
export function findCleared(tx: Tx, callId: Id) {
  return clearedOfPanel(tx).all({ callId });
}

export function insertCleared(tx: Tx, row: typeof tieCleared.$inferInsert): void {
  tx.insert(tieCleared).values(row).onConflictDoNothing().run();
}

export function insertMentored(tx: Tx, row: typeof mentoredGroup.$inferInsert): void {
  tx.insert(mentoredGroup).values(row).onConflictDoNothing().run();
}

/** How many ties of each level there were on a panel at a moment: one that grew since counts as what it was. */
export function countTiesAt(tx: Tx, callId: Id, at: Instant): { readonly soft: number; readonly hard: number } {
  const levels = [conflict, conflictHistory].flatMap((said) =>
    tx
      .select({ memberId: said.memberId, applicationId: said.applicationId, level: said.level })
      .from(said)
      .innerJoin(panelMember, eq(panelMember.id, said.memberId))
      .where(and(eq(panelMember.callId, callId), ne(said.level, 'none'), lte(said.declaredAt, at)))
      .all(),
  );
  const pairs = Map.groupBy(levels, ({ memberId, applicationId }) => `${memberId} ${applicationId}`);
  const hard = [...pairs.values()].filter((rows) => rows.some(({ level }) => level === 'hard')).length;
  return { soft: pairs.size - hard, hard };
}
