import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { applicationMember } from '#db/schema/application-team.ts';

export type MemberRow = typeof applicationMember.$inferSelect;

const isPresent = isNull(applicationMember.leftAt);

const presentMember = prepared((tx) =>
  tx
    .select()
    .from(applicationMember)
    .where(
      and(
        eq(applicationMember.applicationId, sql.placeholder('applicationId')),
        eq(applicationMember.personId, sql.placeholder('personId')),
        isPresent,
      ),
    )
    .prepare(),
);

export function findMember(tx: Tx, applicationId: Id, personId: Id): MemberRow | null {
  return presentMember(tx).get({ applicationId, personId }) ?? null;
}

/** Who is in the team now, the owner apart, in the order they joined. */
export function findMembers(tx: Tx, applicationId: Id): MemberRow[] {
  return tx
    .select()
    .from(applicationMember)
    .where(and(eq(applicationMember.applicationId, applicationId), isPresent))
    .orderBy(asc(applicationMember.joinedAt), asc(applicationMember.id))
    .all();
}

const everMembers = prepared((tx) =>
  tx
    .selectDistinct({ applicationId: applicationMember.applicationId, personId: applicationMember.personId })
    .from(applicationMember)
    .where(isAmong(applicationMember.applicationId, 'applicationIds'))
    .prepare(),
);

/** Everybody who ever was in these teams beside their owners: one query however many. */
export function findEverMembers(tx: Tx, applicationIds: readonly Id[]): { applicationId: Id; personId: Id }[] {
  return everMembers(tx).all({ applicationIds: listed(applicationIds) });
}

export function insertMember(tx: Tx, row: Omit<MemberRow, 'leftAt' | 'leftBy'>): boolean {
  try {
    tx.insert(applicationMember).values(row).run();
    return true;
  } catch (error) {
    if (error instanceof Error && String(error.cause ?? error).includes('who judged a group')) return false;
    throw error;
  }
}

/** @param by  themselves, or the owner */
export function endMembership(tx: Tx, memberId: Id, by: Id, now: Instant): void {
  tx.update(applicationMember).set({ leftAt: now, leftBy: by }).where(eq(applicationMember.id, memberId)).run();
}
