import type { ActionFunctionArgs, AppLoadContext, EntryContext, LoaderFunctionArgs } from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * Renders the whole page before the first byte: pages here are small and a status must be right.
 * No page is taken over by a client framework, so its markup needs none of the marks one would look for.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  { portal }: AppLoadContext,
): Response {
  try {
    const markup = renderToStaticMarkup(<RemixServer context={context} url={request.url} />);
    headers.set('Content-Type', 'text/html; charset=utf-8');
    return new Response(`<!DOCTYPE html>${markup}`, { headers, status });
  } catch (error) {
    portal.log.error({ path: new URL(request.url).pathname, error: String(error) }, 'a page could not be drawn');
    // Remix draws the page of the fault instead.
    throw error;
  }
}

/** A fault of ours goes to the log; an address or a method that nothing answers to is somebody else's mistake. */
export function handleError(error: unknown, { request, context }: LoaderFunctionArgs | ActionFunctionArgs): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  const said = error instanceof Error ? error.stack : String(error);
  context.portal.log.error({ path: new URL(request.url).pathname, error: said }, 'a page failed');
}
