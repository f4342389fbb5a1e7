import { type Logger, pino } from 'pino';

export type Log = Logger;

/** Structured lines without personal data: ids and names of things, never of people. */
export function createLog(level: string): Log {
  return pino({ level, base: null });
}
