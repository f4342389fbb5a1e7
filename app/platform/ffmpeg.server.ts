import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Env } from './env.server.ts';

/** What its settings call "no ffmpeg, even if there is one". */
const OFF = 'off';
const FOLDERS = ['/usr/local/bin', '/usr/bin', '/bin'];

/** Enough for a film in 4K; a file that is made to eat memory gets no more. */
const MEMORY_BYTES_MAX = 3 * 1024 ** 3;
const CPU_SECONDS_LEAST = 120;
/** A slow machine needs this long for a second of the heaviest film. */
const CPU_SECONDS_A_SECOND = 30;
const WORDS_MAX = 2_000;

/** Where ffmpeg is: as the settings say, or the first on PATH; null where there is none, or where it is turned off. */
export function ffmpegIn(env: Pick<Env, 'FFMPEG_PATH'>): string | null {
  if (env.FFMPEG_PATH === OFF) return null;
  if (env.FFMPEG_PATH !== undefined) return isProgram(env.FFMPEG_PATH) ? env.FFMPEG_PATH : null;
  return programOnPath('ffmpeg');
}

export type Conversion = {
  readonly ffmpeg: string;
  /** An empty folder of its own: it works nowhere else. */
  readonly folder: string;
  readonly from: string;
  /** The container as it was probed: ffmpeg does not get to guess. */
  readonly mime: string;
  readonly seconds: number;
  readonly bytesMax: number;
  /** What is made of it, as ffmpeg is told. */
  readonly output: readonly string[];
  readonly onSeconds?: (done: number) => void;
  readonly signal?: AbortSignal;
};

/**
 * Runs ffmpeg once, shut in: it reads one local file as the kind it was found to be, opens nothing else, asks nothing,
 * and stops at its limits of time, memory and bytes.
 *
 * @returns why it failed, in ffmpeg's words; null when it did what it was told
 */
export async function convert(conversion: Conversion): Promise<string | null> {
  const { ffmpeg, from, mime, output } = conversion;
  const demuxer = DEMUXERS[mime];
  if (demuxer === undefined) return `no demuxer for ${mime}`;
  const asked = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-progress', 'pipe:1', '-y'];
  const input = ['-protocol_whitelist', 'file', '-f', demuxer, '-i', `file:${from}`];
  const [program = ffmpeg, ...words] = [...limits(conversion), ffmpeg, ...asked, ...input, ...output];
  const child = spawn(program, words, {
    cwd: conversion.folder,
    env: { NODE_ENV: 'production', HOME: conversion.folder },
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: conversion.signal,
    killSignal: 'SIGKILL',
  });
  return ended(child, conversion);
}

const DEMUXERS: Readonly<Record<string, string>> = {
  'video/mp4': 'mov',
  'video/quicktime': 'mov',
  'audio/mp4': 'mov',
  'video/webm': 'matroska',
  'audio/webm': 'matroska',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
};

/** With whatever of these the machine has: they are on every Linux, and ffmpeg is an option, not they. */
function limits({ seconds, bytesMax }: Conversion): string[] {
  const nice = programOnPath('nice');
  const prlimit = programOnPath('prlimit');
  const cpu = CPU_SECONDS_LEAST + Math.ceil(seconds) * CPU_SECONDS_A_SECOND;
  return [
    ...(nice === null ? [] : [nice, '-n', '15']),
    ...(prlimit === null
      ? []
      : [prlimit, `--cpu=${cpu}`, `--as=${MEMORY_BYTES_MAX}`, `--fsize=${bytesMax}`, '--core=0', '--']),
  ];
}

function ended(child: ChildProcess, { onSeconds }: Conversion): Promise<string | null> {
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-WORDS_MAX);
  });
  if (child.stdout !== null) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const micros = /^out_time_us=(\d+)$/.exec(line)?.[1];
      if (micros !== undefined) onSeconds?.(Number(micros) / 1_000_000);
    });
  }
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(String(error)));
    child.once('close', (code, signal) => {
      resolve(code === 0 ? null : `${words.trim()} (ended with ${signal ?? code})`.trim());
    });
  });
}

function programOnPath(name: string): string | null {
  // biome-ignore lint/style/noProcessEnv: where programs are is the machine's own setting, not one of ours
  const path = process.env.PATH ?? '';
  const folders = [...path.split(delimiter), ...FOLDERS].filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
