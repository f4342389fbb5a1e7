import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSessions } from '#app/people/sessions.server.ts';

import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { type ServerProcess, startServer } from '../bench/server-process.ts';

/** The built portal in a folder of its own, which can be killed in the middle of anything and started again. */
export type TrialPortal = {
  readonly url: string;
  readonly folder: string;
  /** Of the operating system; another after each restart. */
  pid(): number;
  /** As the out-of-memory killer would, and back again at the same address. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * @param prepare  fills the world before the server opens it; answers with whatever the proof needs of it
 */
export async function startTrialPortal<Known>(
  prepare: (world: TestWorld, cookieOf: (personId: string) => Promise<string>) => Promise<Known>,
): Promise<{ portal: TrialPortal; known: Known }> {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-proof-'));
  const world = testWorld({ DATA_DIR: folder });
  const sessions = createSessions({ ...world, clock: Date.now });
  const cookieOf = async (personId: string) => (await sessions.start(personId, null)).split(';', 1)[0] ?? '';
  const known = await prepare(world, cookieOf);
  writeFileSync(join(folder, 'portal.db'), world.db.$client.serialize());
  const start = (port: string) =>
    startServer(['build/server/index.js'], {
      DATA_DIR: folder,
      DEMO: '0',
      LOG_LEVEL: 'error',
      PORT: port,
      // A proof measures the portal, whatever else this machine can do.
      FFMPEG_PATH: 'off',
    });
  let server: ServerProcess = await start('0');
  const { url } = server;
  return {
    known,
    portal: {
      url,
      folder,
      pid: () => server.pid,
      async killAndRestart() {
        await server.kill();
        server = await start(new URL(url).port);
      },
      async stop() {
        await server.stop();
        rmSync(folder, { recursive: true, force: true });
      },
    },
  };
}
