import type { Context } from '#app/platform/context.server.ts';
import { languageOfCall } from '../../call/queries/call-facts.server.ts';
import { findApplication } from '../store.server.ts';

/** What an address names, as the router read it. */
type Named = { readonly [name: string]: string | undefined };

/**
 * BCP 47 tag of the language of the call that a page is about, for every piece of the page that shows the call's words;
 * English where its address names no call. It is said of any call, because it is all that is said: whether the reader
 * may see the page, the page decides.
 */
export function callLanguageAt(context: Pick<Context, 'db'>, { callId, slug, applicationId }: Named): string {
  const application = applicationId === undefined ? null : findApplication(context.db, applicationId);
  const id = callId ?? application?.callId;
  if (id !== undefined) return languageOfCall(context, { callId: id }) ?? 'en';
  return (slug === undefined ? null : languageOfCall(context, { slug })) ?? 'en';
}
