import { spawnSync } from 'node:child_process';
import { invariant } from '#app/kernel/invariant.ts';

export type Measured = {
  /** Of the counting, as the command says it. */
  readonly seconds: number;
  /** From before the process begins until it is gone. */
  readonly wholeSeconds: number;
  /** The most memory that the process ever had. */
  readonly peakBytes: number;
};

/** Says on its way out how much memory the process had at most, in kilobytes. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))",
)}`;

/**
 * Counts a file by the command, in a process of its own.
 *
 * @param given  of the command: the file, the rule and its options
 */
export function measureCommand(given: readonly string[]): Measured {
  const startedAt = performance.now();
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--import', TELL_PEAK, 'scripts/count.ts', ...given, '--json'],
    { encoding: 'utf8', maxBuffer: 2 ** 30 },
  );
  const wholeSeconds = (performance.now() - startedAt) / 1000;
  invariant(status === 0, `what is measured can be counted: ${stderr}`);
  const { seconds }: { readonly seconds: number } = JSON.parse(stdout);
  return { seconds, wholeSeconds, peakBytes: 1024 * Number(stderr) };
}

/** @returns seconds of one count, the median of three in one process */
export function measureThrice(file: string, rule: string, start: 'share' | 'whole'): number {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--import', 'tsx', 'scripts/bench/count-thrice.ts', file, rule, start],
    { encoding: 'utf8' },
  );
  invariant(status === 0, `what is measured can be counted: ${stderr}`);
  return Number(stdout);
}

/** @returns seconds that a process takes that is started like the command, and does nothing */
export function measureNothing(): number {
  const tries = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    spawnSync(process.execPath, ['--import', 'tsx', '--eval', '0']);
    return (performance.now() - startedAt) / 1000;
  });
  return Math.min(...tries);
}
