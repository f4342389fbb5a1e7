import { readFileSync } from 'node:fs';

const FILES = { node: 'scripts/recount.mjs', python: 'scripts/recount.py' } as const;

const read = new Map<keyof typeof FILES, string>();

/** One of the two files, without dependencies, that check a published vote; each is read once. */
export function recountProgram(language: keyof typeof FILES): string {
  const text = read.get(language) ?? readFileSync(FILES[language], 'utf8');
  read.set(language, text);
  return text;
}
