import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { invariant } from '#app/kernel/invariant.ts';

/** What a process did to files, and what it said in between, in the order in which it did it. */
export type DiskStep =
  | { readonly kind: 'write'; readonly file: string; readonly at: number; readonly bytes: Buffer }
  | { readonly kind: 'truncate'; readonly file: string; readonly size: number }
  | { readonly kind: 'sync'; readonly file: string }
  | { readonly kind: 'said'; readonly line: string };

/**
 * The recorder is a program of Linux.
 *
 * @returns why nothing can be recorded here; null where it can
 * @throws InvariantError in the checks before a release where it is missing
 */
export function noRecorder(): string | null {
  const { error, status } = spawnSync('strace', ['-qq', '-e', 'trace=none', 'true']);
  invariant(
    error === undefined || process.env.CI === undefined,
    'crashes of the disk are proved with strace: install it',
  );
  if (error !== undefined) return 'strace is not installed here';
  return status === 0 ? null : 'this machine forbids strace to look at a process';
}

/**
 * Runs a program of this project to its end, and records every write of its main thread to files whose name begins with
 * `file`: what a database does to its file and its log of writes.
 *
 * @throws InvariantError when the program or the recorder failed
 */
export function recordDisk(file: string, logFile: string, program: readonly string[]): DiskStep[] {
  const calls = 'openat,close,write,pwrite64,ftruncate,fsync,fdatasync';
  const recorder = ['-qq', '-xx', '-s', '1000000', '-o', logFile, '-e', `trace=${calls}`];
  const run = spawnSync('strace', [...recorder, process.execPath, ...program], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  invariant(run.status === 0, `the recorded program ended with ${run.status}: ${run.stderr}`);
  return [...stepsIn(readFileSync(logFile, 'latin1'), file)];
}

const CALL = /^(\w+)\((.*)\)\s+= (-?\d+)/;
/** Every byte is written as \xHH. */
const TEXT = /"((?:\\x[0-9a-f]{2})*)"/;

function* stepsIn(log: string, prefix: string): Generator<DiskStep> {
  const open = new Map<string, string>();
  for (const line of log.split('\n')) {
    const [, call = '', words = '', result = ''] = CALL.exec(line) ?? [];
    const bytes = () => Buffer.from((TEXT.exec(words)?.[1] ?? '').replaceAll('\\x', ''), 'hex');
    const [fd = ''] = words.split(',', 1);
    const file = open.get(fd);
    if (call === 'openat' && Number(result) >= 0) {
      const name = bytes().toString();
      // The index of the log of writes is made anew from it, and never synced.
      if (name.startsWith(prefix) && !name.endsWith('-shm')) open.set(result, name);
      else open.delete(result);
    } else if (call === 'close') open.delete(fd);
    else if (call === 'write' && fd === '1') {
      for (const said of bytes().toString().trimEnd().split('\n')) yield { kind: 'said', line: said };
    } else if (file === undefined) continue;
    else if (call === 'pwrite64') {
      invariant(Number(result) === bytes().length, 'every write was whole');
      yield { kind: 'write', file, at: Number(words.split(',').at(-1)), bytes: bytes() };
    } else if (call === 'ftruncate') yield { kind: 'truncate', file, size: Number(words.split(',').at(-1)) };
    else if (call === 'fsync' || call === 'fdatasync') yield { kind: 'sync', file };
    // Nothing else writes: a database that began to would not be recorded as it is.
    else invariant(call !== 'write', 'the database writes at places it names');
  }
}
