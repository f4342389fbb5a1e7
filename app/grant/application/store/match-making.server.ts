import { and, desc, eq, isNull, ne, or } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { application } from '#db/schema/application.ts';
import { joinRequest, matchBlock, matchConsent } from '#db/schema/application-match-making.ts';
import type { JoinAnswer } from '../rules/joining-up.ts';
import type { Application } from '../store.server.ts';

export type JoinRequestRow = typeof joinRequest.$inferSelect;

export function findConsent(tx: Tx, applicationId: Id): { id: Id; givenAt: Instant } | null {
  const isGiven = and(eq(matchConsent.applicationId, applicationId), isNull(matchConsent.endedAt));
  return tx.select().from(matchConsent).where(isGiven).get() ?? null;
}

export function insertConsent(tx: Tx, row: { id: Id; applicationId: Id; givenAt: Instant; givenBy: Id }): void {
  tx.insert(matchConsent).values(row).run();
}

export function endConsent(tx: Tx, consentId: Id, by: Id, now: Instant): void {
  tx.update(matchConsent).set({ endedAt: now, endedBy: by }).where(eq(matchConsent.id, consentId)).run();
}

/** The ideas of a call that may be found by others and were not taken back, but this one: what they are compared by. */
export function findIdeas(
  tx: Tx,
  callId: Id,
  butId: Id,
): Pick<Application, 'id' | 'applicantId' | 'theme' | 'city' | 'oneLine'>[] {
  const { id, applicantId, theme, city, oneLine } = application;
  return tx
    .select({ id, applicantId, theme, city, oneLine })
    .from(matchConsent)
    .innerJoin(application, eq(application.id, matchConsent.applicationId))
    .where(
      and(
        isNull(matchConsent.endedAt),
        eq(application.callId, callId),
        ne(application.id, butId),
        ne(application.state, 'withdrawn'),
      ),
    )
    .all();
}

export function findJoinRequest(tx: Tx, requestId: Id): JoinRequestRow | null {
  return tx.select().from(joinRequest).where(eq(joinRequest.id, requestId)).get() ?? null;
}

/** To and from an application, newest first. */
export function findJoinRequests(tx: Tx, applicationId: Id): JoinRequestRow[] {
  return tx
    .select()
    .from(joinRequest)
    .where(or(eq(joinRequest.toId, applicationId), eq(joinRequest.fromId, applicationId)))
    .orderBy(desc(joinRequest.askedAt), desc(joinRequest.id))
    .all();
}

export function insertJoinRequest(
  tx: Tx,
  row: Pick<JoinRequestRow, 'id' | 'fromId' | 'toId' | 'message' | 'askedAt' | 'askedBy'>,
): void {
  tx.insert(joinRequest).values(row).run();
}

export function writeJoinAnswer(tx: Tx, requestId: Id, answer: JoinAnswer, by: Id, now: Instant): void {
  tx.update(joinRequest).set({ answer, answeredBy: by, answeredAt: now }).where(eq(joinRequest.id, requestId)).run();
}

export function insertBlock(tx: Tx, blockerId: Id, blockedId: Id, now: Instant): void {
  tx.insert(matchBlock).values({ blockerId, blockedId, blockedAt: now }).onConflictDoNothing().run();
}

/** Everybody whom this person has blocked, or who has blocked them: neither finds the other again. */
export function findBlockedWith(tx: Tx, personId: Id): ReadonlySet<Id> {
  const rows = tx
    .select()
    .from(matchBlock)
    .where(or(eq(matchBlock.blockerId, personId), eq(matchBlock.blockedId, personId)))
    .all();
  return new Set(rows.map(({ blockerId, blockedId }) => (blockerId === personId ? blockedId : blockerId)));
}
