import { sha256Hex } from '#app/kernel/digest.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { Context } from '#app/platform/context.server.ts';
import type { BankFileRow } from '../store/bank-files.server.ts';

const PURPOSE = 'bank-file';

/** A bank file is full of accounts: it rests sealed. */
export function sealBankFile(context: Pick<Context, 'secrets'>, text: string): string {
  return context.secrets.seal(text, PURPOSE);
}

/** The very bytes that were made, proved by their hash: a second download is the same file. */
export function bankFileText(context: Pick<Context, 'secrets'>, file: BankFileRow, format: 'xml' | 'csv'): string {
  const [sealed, sha256] = format === 'xml' ? [file.xmlSealed, file.xmlSha256] : [file.csvSealed, file.csvSha256];
  const text = context.secrets.open(sealed, PURPOSE);
  invariant(sha256Hex(text) === sha256, 'a bank file is what it was when it was made');
  return text;
}
