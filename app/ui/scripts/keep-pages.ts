import { type Kept, type KeptPage, type Offer, planKeeping } from '#app/grant/assessment/rules/keeping-offline.ts';
import { forgetKeptPages, KEPT_LIST, KEPT_PAGES, keptFor } from './forget-kept-pages.ts';

type Progress = { readonly count: number; readonly all: number };

/** Nobody clicked: it is no sign of anybody being there. */
const BY_ITSELF = { headers: { 'X-Unattended': '1' }, redirect: 'manual' } as const;

/** Style, scripts and icon. */
const FRAME = /^\/(assets|scripts)\/|^\/icon\.svg$/;

/** What is on this device; null when there is nothing. */
export async function keptList(): Promise<Kept | null> {
  if (!(await caches.has(KEPT_PAGES))) return null;
  const list = await (await caches.open(KEPT_PAGES)).match(KEPT_LIST);
  return list === undefined ? null : ((await list.json()) as Kept);
}

/**
 * Makes what is on this device the same as what the portal says may be kept. What must go goes first. It ends where
 * somebody takes everything off this device meanwhile, in this window or another one.
 *
 * @param offerUrl  where the portal says it
 * @returns what is kept then; null when nothing is any more
 * @throws without a connection, where a page that is offered does not come, and where the device is full
 */
export async function keepPages(offerUrl: string, tell: (progress: Progress) => void): Promise<Kept | null> {
  const answer = await fetch(offerUrl, BY_ITSELF);
  if (answer.status >= 500) throw new Error('the portal does not answer now');
  const offer = answer.ok ? ((await answer.json()) as Offer & { readonly scripts: readonly string[] }) : null;
  if (offer === null || offer.pages.length === 0 || offer.personId !== document.body.dataset.reader) {
    await forgetKeptPages();
    return null;
  }
  if (keptFor() !== offer.personId) return null;
  const plan = planKeeping(await keptList(), offer);
  const cache = await caches.open(KEPT_PAGES);
  if (keptFor() !== offer.personId) {
    // Opening it has made it again.
    await caches.delete(KEPT_PAGES);
    return null;
  }
  let pages: readonly KeptPage[] = plan.stays;
  const until = Date.now() + offer.keepForMs;
  const write = async (build: string) => {
    const list: Kept = { personId: offer.personId, build, until, pages };
    await cache.put(KEPT_LIST, Response.json(list));
    return list;
  };
  await Promise.all(plan.drop.map((url) => cache.delete(url)));
  // Not yet of the new build: where the fetching ends early, it begins again.
  await write('');
  const frames = new Set(offer.scripts);
  for (const [place, page] of plan.fetch.entries()) {
    tell({ count: offer.pages.length - plan.fetch.length + place, all: offer.pages.length });
    const copy = await fetch(page.url, BY_ITSELF);
    const html = copy.ok ? await copy.text() : '';
    if (keptFor() !== offer.personId) return null;
    if (copy.status === 403 || copy.status === 404) {
      // No longer hers since the offer was made.
      await cache.delete(page.url);
      pages = pages.filter(({ url }) => url !== page.url);
      continue;
    }
    if (!copy.ok) throw new Error('a page that is offered does not come');
    for (const [, url = ''] of html.matchAll(/(?:src|href)="(\/(?:assets|scripts)\/[^"]+|\/icon\.svg)"/g)) {
      frames.add(url);
    }
    await cache.put(page.url, new Response(html, { headers: plainHeaders(copy.headers) }));
    pages = [...pages.filter(({ url }) => url !== page.url), { ...page, keptAt: Date.now() }];
    await write('');
  }
  await keepFrames(cache, frames, plan.fetch.length === offer.pages.length);
  return keptFor() === offer.personId ? write(offer.build) : null;
}

/** @param isWhole  whether the addresses are those of all pages: what no page asks for any more goes */
async function keepFrames(cache: Cache, urls: ReadonlySet<string>, isWhole: boolean): Promise<void> {
  const have = (await cache.keys()).map(({ url }) => new URL(url).pathname).filter((url) => FRAME.test(url));
  await cache.addAll([...urls].filter((url) => !have.includes(url)));
  if (isWhole) await Promise.all(have.filter((url) => !urls.has(url)).map((url) => cache.delete(url)));
}

/** The security policy comes along; what was said about the bytes on the line does not hold for a copy. */
function plainHeaders(sent: Headers): Headers {
  const headers = new Headers(sent);
  for (const name of ['Content-Encoding', 'Content-Length', 'Transfer-Encoding']) headers.delete(name);
  return headers;
}

/** In millions of bytes, as they are on this device. */
export async function keptMegabytes(): Promise<number> {
  if (!(await caches.has(KEPT_PAGES))) return 0;
  const cache = await caches.open(KEPT_PAGES);
  const sizes = await Promise.all((await cache.matchAll()).map(async (copy) => (await copy.blob()).size));
  return sizes.reduce((sum, size) => sum + size, 0) / 1_000_000;
}
