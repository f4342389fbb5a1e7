import type { LoaderFunctionArgs } from '@remix-run/node';
import { found, signedIn } from '#app/people/request.server.ts';
import { monthJournal } from '../queries/month-download.server.ts';

/** Every entry of a month, as a plain table. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(monthJournal(signedIn(context, request), params.callId ?? '', params.month ?? ''));
}
