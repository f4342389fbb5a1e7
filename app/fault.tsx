import { isRouteErrorResponse, Outlet, useMatches, useRouteError } from '@remix-run/react';
import { paths } from './paths.ts';
import { ButtonLink } from './ui/button.tsx';
import { keptWordsIn } from './ui/kept-words.ts';
import { Page } from './ui/page.tsx';
import { Notice, Written } from './ui/pieces.tsx';
import type { ScreenHandle } from './ui/screen-handle.ts';
import { LanguageContext, useWords } from './words/use-words.ts';

/**
 * Stands between the root and every page. After a press that ended in a fault Remix loads only what lies above the
 * nearest boundary: were that the root, the frame would not know who is signed in. A page that is only there in English
 * says so to those who read another language, and a screen reader reads it as English.
 */
export default function Pages() {
  const { words, language } = useWords();
  const { isTranslated = false, isBare = false } = (useMatches().at(-1)?.handle ?? {}) as ScreenHandle;
  if (isTranslated || language === 'en') return <Outlet />;
  return (
    <>
      {!isBare && (
        <div className="wrap">
          <Notice>
            <p>{words.common.onlyEnglish}</p>
          </Notice>
        </div>
      )}
      <LanguageContext.Provider value="en">
        <div lang="en" dir="ltr">
          <Outlet />
        </div>
      </LanguageContext.Provider>
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { words } = useWords();
  const kept = isRouteErrorResponse(error) ? keptWordsIn(error.data) : null;
  if (kept !== null) {
    return (
      <Page title={kept.title} lead={kept.lead}>
        {kept.texts.map((text) => (
          <Written key={text} as="blockquote" text={text} />
        ))}
        <ButtonLink to={paths.apply()}>{words.application.mineTitle}</ButtonLink>
      </Page>
    );
  }
  const isMissing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Page
      title={isMissing ? words.common.notFoundTitle : words.common.faultTitle}
      lead={isMissing ? words.common.notFoundText : words.common.faultText}
    >
      <ButtonLink to={paths.home()}>{words.common.toStart}</ButtonLink>
    </Page>
  );
}
