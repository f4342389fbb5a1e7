import { spawn } from 'node:child_process';
import { PROJECT } from './say.mjs';

/**
 * Runs a command to its end.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ show?: boolean, env?: Record<string, string> }} [options]  `show` passes its output through as it comes
 * @returns {Promise<{ code: number, output: string }>}  127 when there is no such command
 */
export function run(file, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(file, args, {
      cwd: PROJECT,
      env: { ...process.env, ...options.env },
      stdio: options.show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
      // npm is a .cmd file on Windows, which only a shell can start.
      shell: process.platform === 'win32',
    });
    const forward = (signal) => child.kill(signal);
    process.on('SIGTERM', forward);
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', (error) => done({ code: 127, output: `${output}${error.message}\n` }));
    child.once('close', (code) => {
      process.off('SIGTERM', forward);
      done({ code: code ?? 1, output });
    });
  });
}
