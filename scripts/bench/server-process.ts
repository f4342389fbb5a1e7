import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export type ServerProcess = {
  readonly url: string;
  /** Of the operating system. */
  readonly pid: number;
  stop(): Promise<void>;
  /** Without a word, as the operating system would when memory runs out. */
  kill(): Promise<void>;
};

/**
 * Starts a server as a process of its own and waits until it says where it listens.
 *
 * @param args  of Node: the script and what it takes
 */
export async function startServer(args: readonly string[], env: Record<string, string> = {}): Promise<ServerProcess> {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const port = await new Promise<string>((resolve, reject) => {
    let said = '';
    let isReady = false;
    child.stdout.on('data', (chunk: Buffer) => {
      // What a running server complains of belongs beside what made it complain.
      if (isReady) process.stderr.write(chunk);
      said += chunk.toString();
      const address = /ready at http:\/\/\S+:(\d+)/.exec(said);
      if (address?.[1] === undefined) return;
      isReady = true;
      resolve(address[1]);
    });
    child.once('exit', (code) => reject(new Error(`${args.join(' ')} ended with ${code} before it was ready`)));
  });
  return {
    // Not "localhost", so that nobody's resolver takes part.
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** What a process keeps in memory now, in bytes, as Linux counts it. */
export function residentBytes(pid: number): number {
  const [, kilobytes = ''] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}
