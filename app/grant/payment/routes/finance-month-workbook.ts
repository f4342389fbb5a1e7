import type { LoaderFunctionArgs } from '@remix-run/node';
import { found, signedIn } from '#app/people/request.server.ts';
import { monthWorkbook } from '../queries/month-download.server.ts';

/** A month with its trial balance, awards, money in and entries, for a spreadsheet. */
export async function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(await monthWorkbook(signedIn(context, request), params.callId ?? '', params.month ?? ''));
}
