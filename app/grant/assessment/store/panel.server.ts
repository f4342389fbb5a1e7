import { and, asc, count, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { isAmong, listed, prepared } from '#app/platform/prepared.server.ts';
import { conflict, panel, panelMember } from '#db/schema/assessment.ts';
import type { MemberState } from '../rules/composition.ts';
import type { ConflictLevel, DeclarationStep } from '../rules/conflicts.ts';
import type { PanelState } from '../rules/panel-state.ts';

export type PanelRow = typeof panel.$inferSelect;
export type MemberRow = typeof panelMember.$inferSelect;
export type ConflictRow = typeof conflict.$inferSelect;

export function findPanel(tx: Tx, callId: Id): PanelRow | null {
  return tx.select().from(panel).where(eq(panel.callId, callId)).get() ?? null;
}

export function findPanels(tx: Tx, callIds: readonly Id[]): PanelRow[] {
  return tx
    .select()
    .from(panel)
    .where(inArray(panel.callId, [...callIds]))
    .all();
}

/** Before anybody is invited a call has no row yet: it is being prepared all the same. */
export function panelStateOf(tx: Tx, callId: Id): PanelState {
  return findPanel(tx, callId)?.state ?? 'preparing';
}

export function preparePanel(tx: Tx, callId: Id): void {
  tx.insert(panel).values({ callId, state: 'preparing' }).onConflictDoNothing().run();
}

export function openPanel(tx: Tx, callId: Id, at: Instant): void {
  tx.update(panel).set({ state: 'scoring', openedAt: at }).where(eq(panel.callId, callId)).run();
}

export function closePanel(tx: Tx, callId: Id, at: Instant): void {
  tx.update(panel).set({ state: 'closed', closedAt: at }).where(eq(panel.callId, callId)).run();
}

export function membersOf(tx: Tx, callId: Id): MemberRow[] {
  return tx
    .select()
    .from(panelMember)
    .where(eq(panelMember.callId, callId))
    .orderBy(asc(panelMember.invitedAt), asc(panelMember.id))
    .all();
}

export function membershipsOf(tx: Tx, personId: Id): MemberRow[] {
  return tx
    .select()
    .from(panelMember)
    .where(eq(panelMember.personId, personId))
    .orderBy(asc(panelMember.invitedAt), asc(panelMember.id))
    .all();
}

export function findMember(tx: Tx, callId: Id, personId: Id): MemberRow | null {
  return (
    tx
      .select()
      .from(panelMember)
      .where(and(eq(panelMember.callId, callId), eq(panelMember.personId, personId)))
      .get() ?? null
  );
}

export function findMemberById(tx: Tx, memberId: Id): MemberRow | null {
  return tx.select().from(panelMember).where(eq(panelMember.id, memberId)).get() ?? null;
}

export function insertMember(tx: Tx, row: typeof panelMember.$inferInsert): void {
  tx.insert(panelMember).values(row).run();
}

export function inviteAgain(
  tx: Tx,
  memberId: Id,
  invitation: Pick<MemberRow, 'kind' | 'invitedBy' | 'invitedAt'>,
): void {
  tx.update(panelMember)
    .set({ ...invitation, state: 'invited', answeredAt: null })
    .where(eq(panelMember.id, memberId))
    .run();
}

export function setSeat(tx: Tx, memberId: Id, state: Exclude<MemberState, 'invited'>, at: Instant): void {
  tx.update(panelMember).set({ state, answeredAt: at }).where(eq(panelMember.id, memberId)).run();
}

export function conflictsOf(tx: Tx, memberId: Id): ConflictRow[] {
  return tx.select().from(conflict).where(eq(conflict.memberId, memberId)).all();
}

const declarationsOfPanel = prepared((tx) =>
  tx
    .select({
      memberId: conflict.memberId,
      applicationId: conflict.applicationId,
      level: conflict.level,
      raisedBy: conflict.raisedBy,
    })
    .from(conflict)
    .innerJoin(panelMember, eq(panelMember.id, conflict.memberId))
    .where(eq(panelMember.callId, sql.placeholder('callId')))
    .prepare(),
);

/** What every member of a panel has said or was found to be tied to: one query. */
export function declarationsOf(
  tx: Tx,
  callId: Id,
): Pick<ConflictRow, 'memberId' | 'applicationId' | 'level' | 'raisedBy'>[] {
  return declarationsOfPanel(tx).all({ callId });
}

const tiesOfPanel = prepared((tx) =>
  tx
    .select({
      memberId: conflict.memberId,
      applicationId: conflict.applicationId,
      level: conflict.level,
      reason: conflict.reason,
      raisedBy: conflict.raisedBy,
      raisedById: conflict.raisedById,
    })
    .from(conflict)
    .innerJoin(panelMember, eq(panelMember.id, conflict.memberId))
    .where(and(eq(panelMember.callId, sql.placeholder('callId')), ne(conflict.level, 'none')))
    .prepare(),
);

/** Every tie on a panel, whoever said so. */
export function tiesOf(tx: Tx, callId: Id) {
  return tiesOfPanel(tx).all({ callId });
}

export function findConflict(tx: Tx, memberId: Id, applicationId: Id): ConflictRow | null {
  return (
    tx
      .select()
      .from(conflict)
      .where(and(eq(conflict.memberId, memberId), eq(conflict.applicationId, applicationId)))
      .get() ?? null
  );
}

const declarationWritten = prepared((tx) =>
  tx
    .insert(conflict)
    .values({
      memberId: sql.placeholder('memberId'),
      applicationId: sql.placeholder('applicationId'),
      level: sql.placeholder('level'),
      reason: sql.placeholder('reason'),
      raisedBy: sql.placeholder('raisedBy'),
      ground: sql.placeholder('ground'),
      raisedById: sql.placeholder('raisedById'),
      declaredAt: sql.placeholder('declaredAt'),
    })
    .onConflictDoUpdate({
      target: [conflict.memberId, conflict.applicationId],
      set: {
        level: sql`excluded.level`,
        reason: sql`excluded.reason`,
        raisedBy: sql`excluded.raised_by`,
        ground: sql`excluded.ground`,
        raisedById: sql`excluded.raised_by_id`,
        declaredAt: sql`excluded.declared_at`,
      },
    })
    .prepare(),
);

/** A row that says "none" may grow into a conflict; the database refuses every other change. */
export function writeDeclaration(
  tx: Tx,
  memberId: Id,
  step: DeclarationStep & Partial<Pick<ConflictRow, 'raisedBy' | 'ground' | 'raisedById'>>,
  at: Instant,
): void {
  declarationWritten(tx).run({
    memberId,
    applicationId: step.applicationId,
    level: step.level,
    reason: step.reason,
    raisedBy: step.level === 'none' ? 'member' : (step.raisedBy ?? 'member'),
    ground: step.ground ?? null,
    raisedById: step.raisedById ?? null,
    declaredAt: at,
  });
}

export function isConflicted(tx: Tx, personId: Id, applicationId: Id): boolean {
  return (
    tx
      .select({ level: conflict.level })
      .from(conflict)
      .innerJoin(panelMember, eq(panelMember.id, conflict.memberId))
      .where(
        and(eq(panelMember.personId, personId), eq(conflict.applicationId, applicationId), ne(conflict.level, 'none')),
      )
      .get() !== undefined
  );
}

const declarations = prepared((tx) =>
  tx
    .select({ memberId: conflict.memberId, level: conflict.level, count: count() })
    .from(conflict)
    .innerJoin(panelMember, eq(panelMember.id, conflict.memberId))
    .where(and(eq(panelMember.callId, sql.placeholder('callId')), isAmong(conflict.applicationId, 'applicationIds')))
    .groupBy(conflict.memberId, conflict.level)
    .prepare(),
);

/** How many declarations of each level every member of a panel has made about the given applications. */
export function countDeclarations(
  tx: Tx,
  callId: Id,
  applicationIds: readonly Id[],
): { memberId: Id; level: ConflictLevel; count: number }[] {
  return declarations(tx).all({ callId, applicationIds: listed(applicationIds) });
}
