import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import type { Proved } from './promise.ts';

const FOLDER = 'test-results';

/**
 * Writes what a proof found for people to read and keep.
 *
 * @returns  where it is
 */
export function writeFigures(area: string, seed: string, lines: readonly Proved[]): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = `${FOLDER}/proof-${area}.md`;
  const rows = lines.map(
    ({ promise, tried, failed, seconds }) =>
      `| ${promise} | ${tried.toLocaleString('en')} | ${failed.toLocaleString('en')} | ${seconds} |`,
  );
  const text = [
    `# Proof of the ${area}`,
    '',
    `${new Date().toISOString()}, seed ${seed}, Node ${process.versions.node}, ${availableParallelism()} × ${cpus()[0]?.model ?? 'processor'}.`,
    `\`npm run proof -- ${area} --seed ${seed}\` draws the same again.`,
    '',
    '| promise | tried | broken | seconds |',
    '|---|---:|---:|---:|',
    ...rows,
    '',
  ];
  writeFileSync(file, text.join('\n'));
  return file;
}
