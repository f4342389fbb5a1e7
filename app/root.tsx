import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse, Links, Meta, Outlet, useMatches, useRouteLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorBoundary as Fault } from './fault.tsx';
import { areasOf } from './grant/reporting/queries/areas.server.ts';
import { personById } from './people/queries/people.server.ts';
import { scriptUrl } from './platform/scripts.server.ts';
import { Masthead, type Who } from './ui/masthead.tsx';
import type { ScreenHandle } from './ui/screen-handle.ts';
import styleUrl from './ui/style.css?url';
import { titled } from './ui/titled.ts';
import { LanguageContext, useWords, wordsIn } from './words/use-words.ts';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styleUrl },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
];

export function loader({ context }: LoaderFunctionArgs) {
  const { portal } = context;
  const { actor } = portal;
  return {
    language: 'en',
    dir: 'ltr' as const,
    isDemo: portal.env.DEMO,
    pageScript: scriptUrl('page'),
    who:
      actor === null
        ? null
        : {
            name: personById(portal, actor.personId)?.name ?? '',
            areas: areasOf(portal),
          },
  };
}

/** The title of a page that could not be shown; every screen has its own. */
export const meta: MetaFunction = ({ error }) => {
  const { common } = wordsIn('en').words;
  if (error === undefined) return [{ title: common.product }];
  return titled(isRouteErrorResponse(error) && error.status === 404 ? common.notFoundTitle : common.faultTitle);
};

/** No client framework is sent: pages work as they arrive, and one small script makes them better. */
export function Layout({ children }: { children: ReactNode }) {
  // Null, whatever its type says, when the loader above failed: the frame then stands without it.
  const root = useRouteLoaderData<typeof loader>('root');
  const language = root?.language ?? 'en';
  const { isBare = false, reloadSeconds } = (useMatches().at(-1)?.handle ?? {}) as ScreenHandle;
  return (
    <html lang={language} dir={root?.dir ?? 'ltr'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {root?.pageScript !== undefined && <script type="module" src={root.pageScript} />}
        {reloadSeconds !== undefined && (
          <noscript>
            <meta httpEquiv="refresh" content={String(reloadSeconds)} />
          </noscript>
        )}
      </head>
      <body>
        <LanguageContext.Provider value={language}>
          {isBare ? (
            children
          ) : (
            <Frame who={root?.who ?? null} isDemo={root?.isDemo ?? false}>
              {children}
            </Frame>
          )}
        </LanguageContext.Provider>
      </body>
    </html>
  );
}

function Frame(props: { who: Who; isDemo: boolean; children: ReactNode }) {
  const { words } = useWords();
  return (
    <>
      <a className="skip" href="#main">
        {words.common.skip}
      </a>
      <Masthead who={props.who} isDemo={props.isDemo} />
      <main id="main" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="foot">
        <div className="wrap">
          <p>{words.common.footer}</p>
        </div>
      </footer>
    </>
  );
}

/** For a fault of this very file; those of pages stay inside `fault.tsx`, and the frame keeps its data. */
export function ErrorBoundary() {
  return <Fault />;
}

export default function Root() {
  return <Outlet />;
}
