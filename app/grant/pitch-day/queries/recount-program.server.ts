import { readFileSync } from 'node:fs';

let text: string | undefined;

/** The one file, without dependencies, that checks a published vote; read once. */
export function recountProgram(): string {
  text ??= readFileSync('scripts/recount.mjs', 'utf8');
  return text;
}
