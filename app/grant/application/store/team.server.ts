import { and, asc, eq, isNull, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { application } from '#db/schema/application.ts';
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

const teammates = prepared((tx) =>
  tx
    .selectDistinct({ applicationId: applicationMember.applicationId, personId: applicationMember.personId })
    .from(applicationMember)
    .where(and(isAmong(applicationMember.applicationId, 'applicationIds'), ne(applicationMember.kind, 'support')))
    .prepare(),
);

/** Who ever was in these teams for the group itself: support workers help many that have nothing to do with each other. */
export function findTeammates(tx: Tx, applicationIds: readonly Id[]): { applicationId: Id; personId: Id }[] {
  return teammates(tx).all({ applicationIds: listed(applicationIds) });
}

const teamsOf = prepared((tx) =>
  tx
    .selectDistinct({ applicationId: applicationMember.applicationId })
    .from(applicationMember)
    .where(and(isAmong(applicationMember.personId, 'personIds'), ne(applicationMember.kind, 'support')))
    .union(
      tx
        .selectDistinct({ applicationId: application.id })
        .from(application)
        .where(isAmong(application.applicantId, 'personIds')),
    )
    .prepare(),
);

/** Every application, of any call and state, that one of these people began or was ever in the team of. */
export function findTeamsOf(tx: Tx, personIds: readonly Id[]): Id[] {
  return teamsOf(tx)
    .all({ personIds: listed(personIds) })
    .map(({ applicationId }) => applicationId);
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
