import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/**
 * Ends here, with sentences instead of a stack.
 *
 * @param {string[]} lines
 * @returns {never}
 */
export function sayPlainly(...lines) {
  process.stderr.write(`\n${lines.join('\n')}\n\n`);
  process.exit(1);
}

/** @param {number} startedAt  milliseconds of performance.now() */
export function secondsSince(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/**
 * Runs something long and shows that it still runs: nothing for two seconds, then a line now and again.
 *
 * @template Value
 * @param {string} what  "Installing packages"
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function withProgress(what, work) {
  const startedAt = performance.now();
  let isShown = false;
  const show = () => {
    process.stderr.write(isShown ? `  … ${secondsSince(startedAt)}\n` : `${what}…\n`);
    isShown = true;
  };
  const first = setTimeout(show, 2_000);
  const again = setInterval(() => isShown && show(), 10_000);
  try {
    return await work();
  } finally {
    clearTimeout(first);
    clearInterval(again);
    if (isShown) process.stderr.write(`  ${what}: ${secondsSince(startedAt)}\n`);
  }
}
