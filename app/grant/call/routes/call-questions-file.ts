import type { LoaderFunctionArgs } from '@remix-run/node';
import { paths } from '#app/paths.ts';
import { found } from '#app/people/request.server.ts';
import { callPage } from '../queries/call-page.server.ts';
import { richText } from '../rules/rich-text.ts';
import { questionsDocument } from '../ui/questions-document.ts';

/** All questions as a document that word processors open, for everybody, before any signing in. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { portal } = context;
  const call = found(callPage(portal, params.slug ?? ''));
  const url = new URL(paths.call({ slug: call.slug }), portal.env.PUBLIC_URL).href;
  return new Response(richText(call.title, questionsDocument(call, url, portal.language)), {
    headers: {
      'Content-Type': 'application/rtf',
      'Content-Disposition': `attachment; filename="${call.slug}-questions.rtf"`,
    },
  });
}
