import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Instant } from '#app/kernel/instant.ts';

/** The real server, as a process of its own, on a free port and a folder of its own. */
export type RunningPortal = {
  readonly url: string;
  readonly folder: string;
  /** Sets the server's clock; it goes on running from there. */
  moveTo(at: Instant): void;
  stop(): Promise<void>;
};

/**
 * @param settings  environment on top of a demonstration's
 * @param prepare   fills the folder before the server opens it: plays the story, for example
 */
export async function startPortal(
  settings: Record<string, string> = {},
  prepare?: (folder: string) => Promise<void>,
): Promise<RunningPortal> {
  const folder = mkdtempSync(join(tmpdir(), 'common-pot-'));
  await prepare?.(folder);
  const clock = join(folder, 'clock');
  writeFileSync(clock, '0');
  const child = spawn(process.execPath, ['--import', resolve('test/fakes/moved-clock.ts'), 'build/server/index.js'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      // The story's films play as they are; copying them all would take the machine from the browser.
      FFMPEG_PATH: 'off',
      DATA_DIR: folder,
      PORT: '0',
      DEMO: '1',
      LOG_LEVEL: 'error',
      CLOCK_FILE: clock,
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await addressOf(child);
  return {
    url,
    folder,
    moveTo(at) {
      // In one piece, as the server may be reading.
      writeFileSync(`${clock}.next`, String(at - Date.now()));
      renameSync(`${clock}.next`, clock);
    },
    async stop() {
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    let isReady = false;
    const listen = (chunk: Buffer) => {
      if (isReady) {
        // What a running server complains of belongs beside the journey that made it complain.
        process.stderr.write(chunk);
        return;
      }
      said += chunk.toString();
      const ready = /ready at (http:\/\/\S+)/.exec(said);
      if (ready?.[1] === undefined) return;
      isReady = true;
      resolve(ready[1]);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it was ready:\n${said}`)));
  });
}
