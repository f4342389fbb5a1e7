import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { applicationInvitation, applicationMember } from '#db/schema/application-team.ts';

type InvitationRow = typeof applicationInvitation.$inferSelect;
export type CountedInvitation = InvitationRow & { readonly uses: number };

export function insertInvitation(tx: Tx, row: Omit<InvitationRow, 'revokedAt'>): void {
  tx.insert(applicationInvitation).values(row).run();
}

export function findInvitationByHash(tx: Tx, tokenHash: string): CountedInvitation | null {
  return withUses(
    tx,
    tx.select().from(applicationInvitation).where(eq(applicationInvitation.tokenHash, tokenHash)).get(),
  );
}

export function findInvitation(tx: Tx, invitationId: Id): CountedInvitation | null {
  return withUses(tx, tx.select().from(applicationInvitation).where(eq(applicationInvitation.id, invitationId)).get());
}

/** Every invitation of an application with how many people came by it, oldest first: two queries. */
export function findInvitationsOf(tx: Tx, applicationId: Id): CountedInvitation[] {
  const uses = tx
    .select({ invitationId: applicationMember.invitationId, uses: count() })
    .from(applicationMember)
    .where(eq(applicationMember.applicationId, applicationId))
    .groupBy(applicationMember.invitationId)
    .all();
  return tx
    .select()
    .from(applicationInvitation)
    .where(eq(applicationInvitation.applicationId, applicationId))
    .orderBy(asc(applicationInvitation.createdAt), asc(applicationInvitation.id))
    .all()
    .map((row) => ({ ...row, uses: uses.find(({ invitationId }) => invitationId === row.id)?.uses ?? 0 }));
}

export function markInvitationRevoked(tx: Tx, invitationId: Id, now: Instant): void {
  tx.update(applicationInvitation)
    .set({ revokedAt: now })
    .where(and(eq(applicationInvitation.id, invitationId), isNull(applicationInvitation.revokedAt)))
    .run();
}

function withUses(tx: Tx, row: InvitationRow | undefined): CountedInvitation | null {
  if (row === undefined) return null;
  const came = tx
    .select({ uses: count() })
    .from(applicationMember)
    .where(eq(applicationMember.invitationId, row.id))
    .get();
  return { ...row, uses: came?.uses ?? 0 };
}
