/**
 * Shows kept pages where there is no connection, and does nothing else: as long as the portal answers, its answer is
 * what people see. What is kept, and for how long, is decided by the pages (`kept-pages.ts`).
 */
import { type Kept, mayServe } from '#app/grant/assessment/rules/keeping-offline.ts';
import { KEPT_LIST, KEPT_PAGES } from './forget-kept-pages.ts';

type Lasting = Event & { waitUntil(work: Promise<unknown>): void };
type Asked = Lasting & { readonly request: Request; respondWith(answer: Promise<Response>): void };

const worker = self as unknown as {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  addEventListener(type: 'install' | 'activate', listen: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listen: (event: Asked) => void): void;
};

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(request, pathname));
  else if (/^\/(assets|scripts)\/|^\/icon\.svg$/.test(pathname)) event.respondWith(frame(request, pathname));
});

async function page(request: Request, pathname: string): Promise<Response> {
  let answer: Response;
  try {
    answer = await fetch(request);
  } catch (error) {
    const copy = (await keptPage(pathname)) ?? (await keptPage(firstPage(), 'data-not-kept'));
    if (copy === null) throw error;
    return copy;
  }
  // Gone, or no longer for whoever is signed in: not from the phone either.
  if (answer.status === 404 || answer.status === 403) await (await kept())?.delete(pathname);
  return answer;
}

/** The list of panels is kept where anything is: from here everything else that is kept can be reached. */
function firstPage(): string {
  return new URL(worker.registration.scope).pathname;
}

/** @param instead  an attribute that says that somebody wanted another page */
async function keptPage(pathname: string, instead = ''): Promise<Response | null> {
  const pages = await kept();
  const list = (await (await pages?.match(KEPT_LIST))?.json()) as Kept | undefined;
  if (!mayServe(list ?? null, Date.now())) {
    if (pages !== null) await caches.delete(KEPT_PAGES);
    return null;
  }
  const keptAt = list?.pages.find(({ url }) => url === pathname)?.keptAt;
  const copy = await pages?.match(pathname);
  if (copy === undefined || keptAt === undefined) return null;
  const html = (await copy.text()).replace('<body', `<body data-kept-at="${keptAt}" ${instead}`);
  return new Response(html, { headers: copy.headers });
}

/** Names carry a hash of what is in them: a copy is never another one's. */
async function frame(request: Request, pathname: string): Promise<Response> {
  return (await (await kept())?.match(pathname)) ?? fetch(request);
}

/** To open a cache makes it; without pages there is none. */
async function kept(): Promise<Cache | null> {
  return (await caches.has(KEPT_PAGES)) ? caches.open(KEPT_PAGES) : null;
}
