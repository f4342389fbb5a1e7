import type { Currency } from '#app/kernel/money.ts';
import { paths } from '#app/paths.ts';
import { Answer } from '#app/ui/answer.tsx';
import { Facts, Money, Written } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { ScoringSheet } from '../queries/scoring-sheet.server.ts';

/** What a group asks for, in its own words and pictures. */
export function ApplicationText(props: Pick<ScoringSheet, 'application' | 'answers'> & { currency: Currency }) {
  const { assessment } = useWords().words;
  const { application } = props;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: on a wide screen this scrolls by itself, by keyboard too
    <section aria-labelledby="answers" tabIndex={0}>
      <h2 id="answers">{assessment.answersTitle}</h2>
      <Facts
        facts={[
          [
            assessment.sheetInShort,
            <Written key="short" as="span" text={application.oneLine} lang={application.language} />,
          ],
          [
            assessment.sheetAmount,
            application.amountMinor !== null && (
              <Money key="amount" amount={application.amountMinor} currency={props.currency} />
            ),
          ],
          [assessment.sheetTheme, application.theme],
          [assessment.sheetCity, application.city],
        ]}
      />
      {props.answers.map((answer) => (
        <Answered key={answer.questionId} answer={answer} />
      ))}
    </section>
  );
}

function Answered({ answer }: { answer: ScoringSheet['answers'][number] }) {
  const { words, language } = useWords();
  const { assessment } = words;
  const { media } = answer;
  return (
    <article className="answer">
      <h3>{answer.label}</h3>
      {media !== null && (
        <figure>
          {/* biome-ignore lint/a11y/useMediaCaption: applicants record one take; captions arrive with transcripts */}
          <video
            className="film"
            controls
            preload="metadata"
            playsInline
            src={paths.panelMedia({ mediaId: media.id })}
            aria-label={say(language, assessment.videoOf, { question: answer.label })}
            lang={answer.lang}
          />
          <figcaption className="soft">
            {say(language, assessment.videoLength, { length: minutesAndSeconds(media.seconds) })}
          </figcaption>
        </figure>
      )}
      <Answer shown={answer.shown} lang={answer.lang} />
      {answer.shown.as === 'nothing' && media === null && <p className="soft">{assessment.answerEmpty}</p>}
    </article>
  );
}

/** 83.4 seconds are shown as 1:23. */
function minutesAndSeconds(seconds: number): string {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
