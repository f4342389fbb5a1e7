import type { LoaderFunctionArgs } from '@remix-run/node';
import { found, signedIn } from '#app/people/request.server.ts';
import { bankFileDownload } from '../queries/bank-file-download.server.ts';

/** The same payments in the form that Bacs takes. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(bankFileDownload(signedIn(context, request), params.fileId ?? '', 'bacs'));
}
