import { sha256Hex } from '#app/kernel/digest.ts';

/** What is kept of a code, however it is typed: with spaces and hyphens, in capitals, with letters that look like digits. */
export function equalityCodeHash(code: string): string {
  const typed = code
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1');
  return sha256Hex(`equality answers ${typed}`);
}
