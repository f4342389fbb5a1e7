import type { LoaderFunctionArgs } from '@remix-run/node';
import { found, signedIn } from '#app/people/request.server.ts';
import { recordReading } from '../commands/record-reading.server.ts';
import { monthJournal } from '../queries/month-download.server.ts';

/** Every entry of a month, as a plain table. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const file = found(monthJournal(portal, params.callId ?? '', params.month ?? ''));
  recordReading(portal, params.callId ?? '', { what: 'journal', subject: params.month ?? '' });
  return file;
}
