import { Facts, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { BlindDesk } from '../queries/blind-desk.server.ts';

/** Every version of a copy that members could read, newest first, and how many began to score beside each. */
export function BlindVersions(props: {
  desk: BlindDesk;
  headingOf: (part: { part: string; question: string | null }) => string;
}) {
  const { words, language, deadline } = useWords();
  const { versions, begunBesideNone, application, call } = props.desk;
  const text = words.panelPhasesDesk;
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="versions">
      <h2 id="versions">{text.blindVersions}</h2>
      {versions.map(({ version, writtenAt, by, texts, begunBeside }) => (
        <details key={version}>
          <summary>{say(language, text.blindVersion, { version })}</summary>
          <p>
            {say(language, text.blindVersionBy, {
              name: by,
              written: deadline(writtenAt, call.timeZone),
              sheets: begunBeside,
            })}
          </p>
          {texts.length === 0 ? (
            <p>{text.blindVersionEmpty}</p>
          ) : (
            <Facts
              facts={texts.map((row) => [
                props.headingOf(row),
                <Written key={row.part} text={row.text} lang={application.language} />,
              ])}
            />
          )}
        </details>
      ))}
      {begunBesideNone > 0 && <p>{say(language, text.blindVersionNone, { sheets: begunBesideNone })}</p>}
    </section>
  );
}
