import type { Tx } from '#app/platform/context.server.ts';
import { fileStoreClaim } from '#db/schema/application-file-claim.ts';
import type { FileClaim } from '../rules/sweeping.ts';

export function findFileClaim(tx: Tx): FileClaim | null {
  const { portalId, sweeps } = fileStoreClaim;
  return tx.select({ portalId, sweeps }).from(fileStoreClaim).get() ?? null;
}

export function writeFileClaim(tx: Tx, { portalId, sweeps }: FileClaim): void {
  tx.insert(fileStoreClaim)
    .values({ one: 1, portalId, sweeps })
    .onConflictDoUpdate({ target: fileStoreClaim.one, set: { sweeps } })
    .run();
}
