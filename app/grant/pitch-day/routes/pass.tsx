import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { found } from '#app/people/request.server.ts';
import { scriptUrl } from '#app/platform/scripts.server.ts';
import { languageLinks } from '#app/ui/language-links.ts';
import { OtherLanguages } from '#app/ui/other-languages.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { useWords } from '#app/words/use-words.ts';
import { passPage } from '../queries/pass-page.server.ts';
import boothStyle from '../ui/booth.css?url';
import { PassScreen } from '../ui/pass-screen.tsx';

export const handle: ScreenHandle = { isBare: true, isTranslated: true };

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: boothStyle }];

export const meta: MetaFunction<typeof loader> = ({ matches }) => titled(wordsFor(matches).words.remoteVote.passTitle);

/** Reading it uses nothing up: scanners of mail follow links. */
export function loader({ params, context }: LoaderFunctionArgs) {
  return { page: found(passPage(context.portal, params.pollId ?? '')), script: scriptUrl('pass') };
}

export default function PassPage() {
  const { words, language } = useWords();
  const { pathname } = useLocation();
  const { page, script } = useLoaderData<typeof loader>();
  return (
    <>
      <header className="wrap menu booth-head">
        <p className="overline">{words.common.product}</p>
        <OtherLanguages languages={languageLinks(language, pathname, '')} />
      </header>
      <main id="main" className="wrap booth">
        <p className="overline">
          <bdi>{page.title}</bdi>
        </p>
        <h1>{words.remoteVote.passTitle}</h1>
        <PassScreen page={page} />
        <script type="module" src={script} />
      </main>
    </>
  );
}
