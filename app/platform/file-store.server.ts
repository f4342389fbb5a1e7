import type { Readable } from 'node:stream';
import type { Instant } from '#app/kernel/instant.ts';

/** What is known of a kept file when somebody asks to see it. */
export type KeptFile = {
  readonly storedName: string;
  readonly mime: string;
  readonly sha256: string;
  /** What it is called when it is saved; without it the browser makes a name from the address. */
  readonly fileName?: string | undefined;
};

/** Whose the files are, and how many payments were made. */
export type NoteName = 'files' | 'payments';

/**
 * Where judged files are kept. A file is on this machine first, safe from a power cut, and can be shown from that
 * moment; a store elsewhere gets it afterwards, so that nobody waits for a store that is slow or down.
 */
export type FileStore = {
  /** From where browsers load files, beside the portal itself: an origin for the security policy. */
  readonly origin: string | null;
  /** Takes over an arrived file; one that is there already stays there. */
  keep(arrivedPath: string, storedName: string): Promise<void>;
  /** The file, whole or in part, or a signed link to it. The caller has checked who asks; `?download` saves it. */
  respond(file: KeptFile, request: Request): Promise<Response>;
  /** The bytes, for a command that needs them. Rejects when there is no such file. */
  read(storedName: string): Promise<Readable>;
  /** A file that is already gone is gone. */
  remove(storedName: string): Promise<void>;
  /** Names that nobody has written to since a moment, some at a time. */
  untouchedSince(before: Instant): AsyncIterable<readonly string[]>;
  /** What was last written beside the files about something; null where nothing was. No backup of a database takes it along. */
  note(about: NoteName): Promise<string | null>;
  writeNote(about: NoteName, words: string): Promise<void>;
  /** Names of files that are still on this machine and belong elsewhere. */
  waiting(): Promise<readonly string[]>;
  /** Carries one of them to where it belongs, and keeps it here until it is safe there. */
  carry(storedName: string): Promise<void>;
};
