import type { LoaderFunctionArgs } from '@remix-run/node';
import { found } from '#app/people/request.server.ts';
import { publishedText } from '../queries/call-page.server.ts';

/** The frozen text of a published call, byte for byte as it was hashed. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const { facts, factsHash } = found(publishedText(context.portal, slug));
  return new Response(facts, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${slug}-${factsHash.slice(0, 12)}.json"`,
    },
  });
}
