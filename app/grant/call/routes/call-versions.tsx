import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found } from '#app/people/request.server.ts';
import { CallText } from '#app/ui/call-text.tsx';
import { ChangeList } from '#app/ui/change-list.tsx';
import { Page } from '#app/ui/page.tsx';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import { type CallVersion, callVersions } from '../queries/call-versions.server.ts';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.versions.title);

export function loader({ params, context }: LoaderFunctionArgs) {
  return found(callVersions(context.portal, params.slug ?? ''));
}

/** Everything a call has ever said, and why it changed: so that nobody has to take our word. */
export default function CallVersions() {
  const { words } = useWords();
  const { slug, title, timeZone, versions } = useLoaderData<typeof loader>();
  return (
    <Page
      title={words.versions.title}
      overline={<CallText text={title} />}
      lead={versions.length === 1 ? words.versions.none : words.versions.lead}
      back={paths.call({ slug })}
    >
      <div className="sections">
        {versions.map((version) => (
          <Version key={version.version} version={version} slug={slug} timeZone={timeZone} />
        ))}
      </div>
    </Page>
  );
}

function Version(props: { version: CallVersion; slug: string; timeZone: string }) {
  const { words, language, date } = useWords();
  const { version, reason, publishedAt, changes, factsHash } = props.version;
  const when = date(publishedAt, props.timeZone);
  const isFirst = version === 1;
  return (
    <section id={`version-${version}`}>
      <h2>{say(language, isFirst ? words.versions.first : words.versions.version, { version, when })}</h2>
      {!isFirst && (
        <>
          <h3>{words.versions.why}</h3>
          <p className="prewrap">
            <CallText text={reason} />
          </p>
          <ChangeList changes={changes} />
        </>
      )}
      <p>
        <a href={paths.callVersionFile({ slug: props.slug, version })}>
          {say(language, words.versions.file, { version })}
        </a>
      </p>
      <details>
        <summary>{words.versions.fingerprint}</summary>
        <p>
          {words.call.frozenHash} <code dir="ltr">{factsHash}</code>
        </p>
      </details>
    </section>
  );
}
