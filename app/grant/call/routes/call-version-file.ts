import type { LoaderFunctionArgs } from '@remix-run/node';
import { found } from '#app/people/request.server.ts';
import { versionText } from '../queries/call-versions.server.ts';

/** One version of a published call, byte for byte as it was hashed. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const slug = params.slug ?? '';
  const version = /^[1-9]\d{0,5}$/.test(params.version ?? '') ? Number(params.version) : 0;
  const { facts, factsHash } = found(versionText(context.portal, slug, version));
  return new Response(facts, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="${slug}-${version}-${factsHash.slice(0, 12)}.json"`,
    },
  });
}
