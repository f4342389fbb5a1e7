import { paths } from '#app/paths.ts';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { helpWithQuestion } from '../queries/my-help.server.ts';
import { Asked } from './asked.tsx';

/** On the page of a question: who helped with the answer, what was asked about it, and the way to ask. */
export function HelpHere({ help }: { help: ReturnType<typeof helpWithQuestion> }) {
  const { words, language, dateTime } = useWords();
  const text = words.help;
  if (help === null) return null;
  const { applicationId, questionId, timeZone } = help;
  return (
    <section className="foot-links">
      {help.saves.map(({ name, lastAt }) => (
        <p key={name} className="soft" dir="auto">
          {say(language, text.helpedHere, { name, when: dateTime(lastAt, timeZone) })}
        </p>
      ))}
      {help.asked.length > 0 && (
        <>
          <h2>{text.yourQuestions}</h2>
          <Asked asked={help.asked} partnerName={help.partnerName} timeZone={timeZone} />
        </>
      )}
      <p>
        <a href={paths.applyHelp({ applicationId, about: questionId })}>{text.askAboutThis}</a>
      </p>
    </section>
  );
}
