import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  useLocation,
  useMatches,
  useRouteLoaderData,
} from '@remix-run/react';
import type { ReactNode } from 'react';
import { ErrorBoundary as Fault } from './fault.tsx';
import { callLanguageAt } from './grant/application/queries/call-language.server.ts';
import { areasOf } from './grant/reporting/queries/areas.server.ts';
import { directionOf } from './kernel/languages.ts';
import { paths } from './paths.ts';
import { personById } from './people/queries/people.server.ts';
import { sendsEmail } from './platform/channels.ts';
import { scriptUrl } from './platform/scripts.server.ts';
import { OfCallLanguage } from './ui/call-text.tsx';
import { languageLinks } from './ui/language-links.ts';
import { Masthead, type Who } from './ui/masthead.tsx';
import type { ScreenHandle } from './ui/screen-handle.ts';
import styleUrl from './ui/style.css?url';
import { titled, wordsFor } from './ui/titled.ts';
import { isUnread } from './words/spoken.ts';
import { LanguageContext, useWords } from './words/use-words.ts';

export const links: LinksFunction = () => [
  { rel: 'stylesheet', href: styleUrl },
  { rel: 'icon', href: '/icon.svg', type: 'image/svg+xml' },
];

/** By first segment: who works here works in English, whatever they read elsewhere. */
const DESKS: ReadonlySet<string> = new Set(['staff', 'finance', 'mentor', 'audit']);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const { portal } = context;
  const { actor } = portal;
  const isDesk = DESKS.has(new URL(request.url).pathname.split('/')[1] ?? '');
  return {
    language: isDesk ? 'en' : portal.language,
    callLanguage: callLanguageAt(portal, params),
    isDesk,
    isDemo: portal.env.DEMO,
    /** Whoever works here must know that nobody gets the letters she promises. */
    keepsLetters: isDesk && !sendsEmail(portal.env),
    pageScript: scriptUrl('page'),
    leaveScript: actor === null ? null : scriptUrl('leave-nothing'),
    who:
      actor === null
        ? null
        : {
            id: actor.personId,
            name: personById(portal, actor.personId)?.name ?? '',
            areas: areasOf(portal),
          },
  };
}

/** The title of a page that could not be shown; every screen has its own. */
export const meta: MetaFunction = ({ error, matches }) => {
  const { common } = wordsFor(matches).words;
  if (error === undefined) return [{ title: common.product }];
  return titled(isRouteErrorResponse(error) && error.status === 404 ? common.notFoundTitle : common.faultTitle);
};

/** No client framework is sent: pages work as they arrive, and one small script makes them better. */
export function Layout({ children }: { children: ReactNode }) {
  // Null, whatever its type says, when the loader above failed: the frame then stands without it.
  const root = useRouteLoaderData<typeof loader>('root');
  const { isBare = false, isTranslated, reloadSeconds } = (useMatches().at(-1)?.handle ?? {}) as ScreenHandle;
  const language = isBare && !isTranslated ? 'en' : (root?.language ?? 'en');
  return (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {root?.pageScript !== undefined && <script type="module" src={root.pageScript} />}
        {root?.leaveScript && !isBare && <script type="module" src={root.leaveScript} />}
        {reloadSeconds !== undefined && (
          <noscript>
            <meta httpEquiv="refresh" content={String(reloadSeconds)} />
          </noscript>
        )}
      </head>
      {/* What scripts keep on this device they keep for this person alone. */}
      <body data-reader={root?.who?.id}>
        <LanguageContext.Provider value={language}>
          <OfCallLanguage language={root?.callLanguage ?? 'en'}>
            {isBare ? (
              children
            ) : (
              <Frame
                who={root?.who ?? null}
                isDemo={root?.isDemo ?? false}
                isDesk={root?.isDesk ?? false}
                keepsLetters={root?.keepsLetters ?? false}
              >
                {children}
              </Frame>
            )}
          </OfCallLanguage>
        </LanguageContext.Provider>
      </body>
    </html>
  );
}

function Frame(props: { who: Who; isDemo: boolean; isDesk: boolean; keepsLetters: boolean; children: ReactNode }) {
  const { words, language } = useWords();
  const { pathname, search } = useLocation();
  return (
    <>
      <a className="skip" href="#main">
        {words.common.skip}
      </a>
      <Masthead
        who={props.who}
        isDemo={props.isDemo}
        languages={props.isDesk ? [] : languageLinks(language, pathname, search)}
      />
      <main id="main" tabIndex={-1}>
        {props.children}
      </main>
      <footer className="foot">
        <div className="wrap">
          {props.keepsLetters && (
            <p>
              <strong>{words.common.keepsLetters}</strong>{' '}
              {props.who?.areas.includes('staff') && <a href={paths.staffOutbox()}>{words.common.keepsLettersRead}</a>}
            </p>
          )}
          <p>{words.common.footer}</p>
          {isUnread(language) && (
            <p>
              {words.common.unread} <a href={paths.betterWords({ page: pathname })}>{words.common.unreadSuggest}</a>
            </p>
          )}
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
