import type { LoaderFunctionArgs } from '@remix-run/node';
import { found, signedIn } from '#app/people/request.server.ts';
import { offerPage } from '../queries/offer-page.server.ts';

/** The agreement byte for byte as it was hashed, so that anybody can check the copy she kept. */
export function loader({ params, request, context }: LoaderFunctionArgs) {
  const offer = found(offerPage(signedIn(context, request), params.applicationId ?? ''));
  return new Response(offer.agreementText, {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Disposition': 'attachment; filename="agreement.txt"',
      'Cache-Control': 'private, no-store',
    },
  });
}
