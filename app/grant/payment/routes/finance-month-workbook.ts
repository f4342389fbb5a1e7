import type { LoaderFunctionArgs } from '@remix-run/node';
import { found, signedIn } from '#app/people/request.server.ts';
import { recordReading } from '../commands/record-reading.server.ts';
import { monthWorkbook } from '../queries/month-download.server.ts';

/** A month with its trial balance, awards, money in and entries, for a spreadsheet. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const file = found(await monthWorkbook(portal, params.callId ?? '', params.month ?? ''));
  recordReading(portal, params.callId ?? '', { what: 'workbook', subject: params.month ?? '' });
  return file;
}
