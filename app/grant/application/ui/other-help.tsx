import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { myHelp } from '../queries/my-help.server.ts';

/** Talking with somebody, and having the draft read where the plan promises it. */
export function OtherHelp({ page }: { page: NonNullable<ReturnType<typeof myHelp>> }) {
  const { words, language, deadline } = useWords();
  const text = words.help;
  const at = { applicationId: page.application.id };
  return (
    <section>
      <h2>{text.otherTitle}</h2>
      <ul>
        <li>
          <a href={paths.applyTalk(at)}>{text.talkLink}</a>
          <div className="soft">{text.talkHint}</div>
        </li>
        {page.readingEndsAt !== null && (
          <li>
            <a href={paths.applyReading(at)}>{text.readLink}</a>
            <div className="soft">
              {say(language, text.readHint, { when: deadline(page.readingEndsAt, page.call.timeZone) })}
            </div>
          </li>
        )}
      </ul>
    </section>
  );
}
