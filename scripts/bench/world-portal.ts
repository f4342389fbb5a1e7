import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { TestWorld } from '#test/world/test-world.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** The built portal on a copy of a world that was played in memory, at the time of that world. */
export async function startWorldPortal(world: Pick<TestWorld, 'db' | 'votes' | 'now'>): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-world-'));
  writeFileSync(join(folder, 'portal.db'), world.db.$client.serialize());
  writeFileSync(join(folder, 'vote.db'), world.votes.serialize());
  writeFileSync(join(folder, 'clock'), String(world.now() - Date.now()));
  const server = await startServer(['--import', resolve('test/fakes/moved-clock.ts'), 'build/server/index.js'], {
    DATA_DIR: folder,
    CLOCK_FILE: join(folder, 'clock'),
    LOG_LEVEL: 'error',
    DEMO: '0',
    FFMPEG_PATH: 'off',
    SECRET_KEY: '07'.repeat(32),
  });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
