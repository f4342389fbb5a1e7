import { isSpoken, type Spoken } from '#app/kernel/languages.ts';

/** One person, as a list pasted from anywhere says it. */
export type RollRow = {
  /** From 1, blank lines counted too: where somebody looks for it. */
  readonly row: number;
  readonly address: string;
  readonly name: string;
  /** What the letter is to be written in; null where the list does not say. */
  readonly language: Spoken | null;
};

export type RollFault = {
  readonly row: number;
  readonly fault: 'no-address' | 'not-an-address' | 'two-addresses' | 'name-too-long' | 'twice';
  /** For `twice`: the row that had it first. */
  readonly firstRow?: number;
};

/** A vote for a neighbourhood, not for a town: the list is looked through by people. */
export const ROLL_MAX = 5000;
const NAME_MAX = 120;
const ADDRESS_MAX = 254;
const ADDRESS = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/;

/**
 * Reads a pasted list: one person a line, cells apart by commas, semicolons or tabs, in any order. A first line without
 * an address that speaks of mail is its head.
 *
 * @returns every person and every fault; whoever uses it takes all of them or none
 */
export function readRoll(text: string): { readonly rows: readonly RollRow[]; readonly faults: readonly RollFault[] } {
  const rows: RollRow[] = [];
  const faults: RollFault[] = [];
  const firstRows = new Map<string, number>();
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const row = index + 1;
    const cells = cellsOf(line);
    if (cells.every((cell) => cell === '') || (row === 1 && isHead(line))) continue;
    const addresses = cells.filter((cell) => cell.includes('@'));
    const [address = ''] = addresses;
    const rest = cells.filter((cell) => cell !== '' && !addresses.includes(cell));
    const language = rest.map((cell) => cell.toLowerCase()).find(isSpoken) ?? null;
    const name = rest.filter((cell) => cell.toLowerCase() !== language).join(' ');
    const firstRow = firstRows.get(address.toLowerCase());
    if (addresses.length === 0) faults.push({ row, fault: 'no-address' });
    else if (addresses.length > 1) faults.push({ row, fault: 'two-addresses' });
    else if (address.length > ADDRESS_MAX || !ADDRESS.test(address)) faults.push({ row, fault: 'not-an-address' });
    else if (firstRow !== undefined) faults.push({ row, fault: 'twice', firstRow });
    else if (name.length > NAME_MAX) faults.push({ row, fault: 'name-too-long' });
    else rows.push({ row, address, name, language });
    if (firstRow === undefined && address !== '') firstRows.set(address.toLowerCase(), row);
  }
  return { rows, faults };
}

function isHead(line: string): boolean {
  return !line.includes('@') && /mail|بريد/i.test(line);
}

/** Cells of one line; quotes keep a comma inside a name. `Name <address>` is two of them. */
function cellsOf(line: string): string[] {
  const found = line.match(/"(?:[^"]|"")*"|[^,;\t"]+/g) ?? [];
  return found.flatMap((cell) => {
    const bare = cell.replace(/^\s*"|"\s*$/g, '').replaceAll('""', '"');
    const mailbox = /^(.*)<([^<>]*@[^<>]*)>\s*$/.exec(bare);
    return (mailbox === null ? [bare] : mailbox.slice(1)).map((part) => part.trim());
  });
}
