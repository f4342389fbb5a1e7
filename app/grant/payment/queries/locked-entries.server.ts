import { createHash } from 'node:crypto';
import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { findAllMonthLocks, findEntriesBefore } from '../store/months.server.ts';

/**
 * SHA-256 of everything that was posted before a moment: one line of JSON for each entry with its transaction. In
 * hexadecimal.
 */
export function entriesHash(tx: Tx, callId: Id, endsAt: Instant): string {
  const hash = createHash('sha256');
  for (const row of findEntriesBefore(tx, callId, endsAt)) hash.update(`${JSON.stringify(Object.values(row))}\n`);
  return hash.digest('hex');
}

/** Months whose entries are no longer those that were locked; for the audit. */
export function locksOffEntries(tx: Tx): string[] {
  return findAllMonthLocks(tx)
    .filter((lock) => entriesHash(tx, lock.callId, lock.endsAt) !== lock.entriesHash)
    .map((lock) => `${lock.month} of call ${lock.callId}`);
}
