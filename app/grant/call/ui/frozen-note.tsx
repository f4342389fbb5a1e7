import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { CallPage } from '../queries/call-page.server.ts';

/** That the facts are fixed, since when, and how anybody can check it. Nothing for a draft. */
export function FrozenNote(props: { call: Pick<CallPage, 'slug' | 'publishedAt' | 'timeZone' | 'factsHash'> }) {
  const { words, language, date } = useWords();
  const { slug, publishedAt, timeZone, factsHash } = props.call;
  if (publishedAt === null || factsHash === null) return null;
  return (
    <section className="frozen">
      <h2>{words.call.frozenTitle}</h2>
      <p>{say(language, words.call.frozenText, { when: date(publishedAt, timeZone) })}</p>
      <p className="row">
        <a href={paths.callVersions({ slug })}>{words.call.frozenVersions}</a>
        <a href={paths.callFactsFile({ slug })}>{words.call.frozenFile}</a>
      </p>
      <details>
        <summary>{words.call.frozenFingerprint}</summary>
        <p>
          {words.call.frozenHash} <code dir="ltr">{factsHash}</code>
        </p>
      </details>
    </section>
  );
}
