import { eq } from 'drizzle-orm';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { staffDigest } from '#db/schema/reporting.ts';
import type { Rhythm } from './rules/digest.ts';

/** What somebody has chosen and was told; whoever has chosen nothing hears daily. */
export function findDigest(tx: Tx, personId: Id): { rhythm: Rhythm; toldUntil: Instant | null } {
  const row = tx.select().from(staffDigest).where(eq(staffDigest.personId, personId)).get();
  return { rhythm: row?.rhythm ?? 'daily', toldUntil: row?.toldUntil ?? null };
}

export function writeDigest(tx: Tx, personId: Id, digest: { rhythm: Rhythm; toldUntil: Instant | null }): void {
  tx.insert(staffDigest)
    .values({ personId, ...digest })
    .onConflictDoUpdate({ target: staffDigest.personId, set: digest })
    .run();
}
