import type { ReactNode } from 'react';
import { Notice, type Tone, When, Written } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import { usualReasonIn } from '#app/words/usual-reason.ts';
import type { ToldAward, ToldShortlist } from '../queries/decision-page.server.ts';

/** One answer to a group: what was decided, why, and the letter it got. */
export function ToldDecision(props: {
  told: ToldAward | ToldShortlist;
  tone: Tone;
  title: string;
  timeZone: string;
  children?: ReactNode;
}) {
  const { words, language } = useWords();
  const { decisionPage, decisionLetter } = words;
  const { told } = props;
  return (
    <>
      <Notice tone={props.tone} title={props.title}>
        {told.reason !== '' && (
          <>
            <h3>{decisionPage.why}</h3>
            <Written text={usualReasonIn(language, told.reason)} />
          </>
        )}
        {told.nearly && <p>{decisionLetter.nearly}</p>}
        {props.children}
        <p className="soft">
          <When at={told.toldAt} timeZone={props.timeZone} as="date" />
        </p>
      </Notice>
      {told.letter !== null && (
        <details className="no-print">
          <summary>{decisionPage.letterTitle}</summary>
          <p lang={told.letter.language} dir="auto">
            <strong>{told.letter.subject}</strong>
          </p>
          <Written text={told.letter.body} lang={told.letter.language} />
        </details>
      )}
    </>
  );
}
