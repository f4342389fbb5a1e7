import { sha256Hex } from '#app/kernel/digest.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { BankFileRow } from '../store/bank-files.server.ts';

const PURPOSE = 'bank-file';

/** A bank file is full of accounts: it rests sealed. */
export function sealBankFile(context: Pick<Context, 'secrets'>, text: string): string {
  return context.secrets.seal(text, PURPOSE);
}

/** For the bank in ISO 20022, as a table, and for Bacs in Standard 18. */
export type BankFileFormat = 'xml' | 'csv' | 'bacs';

/**
 * The very bytes that were made, proved by their hash: a second download is the same file.
 *
 * @returns null where the file was made without this form
 */
export function bankFileText(
  context: Pick<Context, 'secrets'>,
  file: BankFileRow,
  format: BankFileFormat,
): string | null {
  const { sealed, sha256 } = {
    xml: { sealed: file.xmlSealed, sha256: file.xmlSha256 },
    csv: { sealed: file.csvSealed, sha256: file.csvSha256 },
    bacs: { sealed: file.bacsSealed, sha256: file.bacsSha256 },
  }[format];
  if (sealed === null) return null;
  const text = context.secrets.open(sealed, PURPOSE);
  invariant(sha256Hex(text) === sha256, 'a bank file is what it was when it was made');
  return text;
}
