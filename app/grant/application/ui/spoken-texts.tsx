import { paths } from '#app/paths.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Recorded } from '../queries/recorded.server.ts';

/** What is written of a recording and whether it is approved, with the way to the page where that is done. */
export function SpokenTexts(props: { applicationId: string; questionId: string; recorded: Recorded }) {
  const { recording } = useWords().words;
  const { captions, transcript } = props.recorded;
  const texts = [captions, transcript].filter((text) => text !== null);
  const state = texts.length === 0 ? 'none' : texts.some((text) => text.approvedAt === null) ? 'open' : 'approved';
  return (
    <p>
      {recording.textStates[state]}{' '}
      <a href={paths.applySpokenTexts({ applicationId: props.applicationId, questionId: props.questionId })}>
        {recording.textLinks[state]}
      </a>
    </p>
  );
}
