import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Composition } from '../rules/composition.ts';

/** The promise about participants in words; the meter only repeats it. */
export function CompositionMeter(props: { composition: Composition; expected: Composition | null }) {
  const { words, language } = useWords();
  const { assessment } = words;
  const { composition, expected } = props;
  const { accepted, participants, participantsMissing: missing } = composition;
  const [share, min] = [composition.sharePercent, composition.shareMinPercent];
  return (
    <section className={`notice ${composition.isMet ? 'good' : 'warn'}`} aria-labelledby="composition">
      <h2 id="composition">{assessment.compositionTitle}</h2>
      <p>
        {accepted === 0
          ? say(language, assessment.compositionNobody, { min })
          : say(language, assessment.compositionNow, { participants, accepted, share, min })}
      </p>
      {accepted > 0 && (
        <p>
          <meter min={0} max={100} low={min} value={share} aria-label={assessment.compositionMeter} />
        </p>
      )}
      <p>
        <strong>
          {composition.isMet
            ? assessment.compositionMet
            : missing === null
              ? assessment.compositionImpossible
              : say(language, assessment.compositionMissing, { missing })}
        </strong>
      </p>
      {expected !== null && expected.accepted > accepted && (
        <p>{say(language, assessment.compositionExpected, { share: expected.sharePercent })}</p>
      )}
    </section>
  );
}
