import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestWorld } from '#test/world/test-world.ts';

/** Fills a portal's folder with a trial's own small world, for `startPortal`: cheaper than the story where that has no such thing. */
export function worldOf(world: TestWorld): (folder: string) => Promise<void> {
  return async (folder) => {
    writeFileSync(join(folder, 'portal.db'), world.db.$client.serialize());
    // A world that never voted has an empty ballot box, and the portal makes its own.
    const votes = world.votes.serialize();
    if (votes.length > 0) writeFileSync(join(folder, 'vote.db'), votes);
  };
}
