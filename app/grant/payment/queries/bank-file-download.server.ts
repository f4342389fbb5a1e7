import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { bankFileText } from './bank-file-bytes.server.ts';
import { bankFileForFinance } from './bank-file-facts.server.ts';

const TYPES = { xml: 'application/xml; charset=utf-8', csv: 'text/csv; charset=utf-8' } as const;

/**
 * The stored bytes of a bank file as a download. Reading changes nothing: however often, it is the same file.
 *
 * @returns null when there is none, or when the signed-in person does not keep its books
 */
export function bankFileDownload(context: Context, fileId: Id, format: 'xml' | 'csv'): Response | null {
  const file = bankFileForFinance(context, fileId);
  if (file === null) return null;
  return new Response(bankFileText(context, file, format), {
    headers: {
      'Content-Type': TYPES[format],
      'Content-Disposition': `attachment; filename="${file.msgId}.${format}"`,
      'Cache-Control': 'no-store',
    },
  });
}
