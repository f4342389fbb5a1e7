import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react';
import { paths } from './paths.ts';
import { ButtonLink } from './ui/button.tsx';
import { keptWordsIn } from './ui/kept-words.ts';
import { Page } from './ui/page.tsx';
import { Written } from './ui/pieces.tsx';
import { useWords } from './words/use-words.ts';

/**
 * Stands between the root and every page. After a press that ended in a fault Remix loads only what lies above the
 * nearest boundary: were that the root, the frame would not know who is signed in.
 */
export default function Pages() {
  return <Outlet />;
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
