import { Notice } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { Phase, ReviewRules } from '../rules/review-phases.ts';

/** What the phase lets a member do and see, in sentences; nothing where the call has no phases. */
export function PhaseNotice(props: { phase: Phase | null; next: Phase | null; rules: ReviewRules; timeZone: string }) {
  const { words, language, deadline } = useWords();
  const { panelReview } = words;
  const { phase, next, rules, timeZone } = props;
  if (phase === null && next === null && rules.allows === 'score') return null;
  const may = { nothing: panelReview.phaseNothing, read: panelReview.phaseRead, score: panelReview.phaseScore };
  return (
    <Notice>
      {phase !== null && (
        <p>
          <strong>
            {say(language, panelReview.phaseNow, { phase: phase.name, ends: deadline(phase.endsAt, timeZone) })}
          </strong>
        </p>
      )}
      <p>{phase === null && rules.allows === 'read' ? panelReview.phaseNone : may[rules.allows]}</p>
      {rules.allows !== 'nothing' && rules.names === 'hidden' && <p>{panelReview.phaseHidden}</p>}
      {rules.allows !== 'nothing' && rules.recordings === 'sound' && <p>{panelReview.phaseSound}</p>}
      {rules.allows !== 'nothing' && rules.recordings === 'transcript' && <p>{panelReview.phaseTranscript}</p>}
      {phase === null && next !== null && (
        <p>{say(language, panelReview.phaseNext, { phase: next.name, starts: deadline(next.startsAt, timeZone) })}</p>
      )}
    </Notice>
  );
}
