import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { scratchFolder } from '#test/world/trial-application.ts';
import { hasSwift, PYTHON } from '../../scripts/swift.mjs';

const ACCESS_KEY = 'common:pot';
const SECRET_KEY = 'secret-of-the-test';
const BUCKET = 'films';

/** Left out on a desk without Swift, never in CI. */
export const isWithoutStore = !hasSwift() && !process.env.CI;
if (isWithoutStore) process.stderr.write('Files in an S3 store are not tested: python3-swift is not here.\n');

/** A store on this machine that speaks S3, and the settings that lead the portal to it. */
export type Swift = {
  readonly settings: Readonly<Record<string, string>>;
  /** The bucket as anybody without a key meets it. */
  readonly bucketUrl: string;
  /** Takes it away as a power cut would. */
  cut(): Promise<void>;
  /** Brings it back at the same address, with all it had. */
  bringBack(): Promise<void>;
};

/** Runs until the test ends. */
export async function startSwift(): Promise<Swift> {
  const folder = scratchFolder();
  let { child, url } = await start(folder, '0');
  const cut = async () => {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(cut);
  return {
    settings: {
      S3_ENDPOINT: url,
      S3_REGION: 'eu-west-2',
      S3_BUCKET: BUCKET,
      S3_ACCESS_KEY_ID: ACCESS_KEY,
      S3_SECRET_ACCESS_KEY: SECRET_KEY,
    },
    bucketUrl: `${url}/${BUCKET}`,
    cut,
    async bringBack() {
      ({ child } = await start(folder, new URL(url).port));
    },
  };
}

async function start(folder: string, port: string): Promise<{ child: ChildProcess; url: string }> {
  const args = ['test/file-store/swift-server.py', folder, port, ACCESS_KEY, SECRET_KEY, BUCKET];
  const child = spawn(PYTHON, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (said: Buffer) => resolve((JSON.parse(said.toString()) as { url: string }).url));
    child.once('exit', (code) => reject(new Error(`Swift ended with ${code} before it was ready`)));
  });
  return { child, url };
}
