import type { Context } from '#app/platform/context.server.ts';
import { titlesOfPublished, windowsOfPublished } from './call-facts.server.ts';
import { callPage } from './call-page.server.ts';

export type CheckPage = NonNullable<ReturnType<typeof checkPage>>;

/** The self-check of a published call, or of a draft for its own managers; null where a call has none. */
export function checkPage(context: Context, slug: string) {
  const page = callPage(context, slug);
  if (page === null || page.checkItems.length === 0) return null;
  const { title, partnerName, contact, timeZone, opensAt, closesAt, window, previewOf, invitationOnly } = page;
  return {
    call: { slug, title, partnerName, contact, timeZone, opensAt, closesAt, window, previewOf, invitationOnly },
    items: page.checkItems,
    titles: titlesOfPublished(context),
    windows: windowsOfPublished(context),
  };
}
