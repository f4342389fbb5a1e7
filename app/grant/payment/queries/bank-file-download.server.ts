import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { type BankFileFormat, bankFileText } from './bank-file-bytes.server.ts';
import { bankFileForFinance } from './bank-file-facts.server.ts';

const TYPES = {
  xml: { type: 'application/xml; charset=utf-8', ending: 'xml' },
  csv: { type: 'text/csv; charset=utf-8', ending: 'csv' },
  bacs: { type: 'text/plain; charset=us-ascii', ending: 'txt' },
} as const satisfies Record<BankFileFormat, unknown>;

/**
 * The stored bytes of a bank file as a download. Reading changes nothing: however often, it is the same file.
 *
 * @returns null when there is none, when it was made without this form, or when the signed-in person does not keep its books
 */
export function bankFileDownload(context: Context, fileId: Id, format: BankFileFormat): Response | null {
  const file = bankFileForFinance(context, fileId);
  const text = file && bankFileText(context, file, format);
  if (file === null || text === null) return null;
  const { type, ending } = TYPES[format];
  return new Response(text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${file.msgId}.${ending}"`,
      'Cache-Control': 'no-store',
    },
  });
}
