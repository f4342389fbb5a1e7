import { Facts } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { PhaseDraft } from '../rules/planning-phases.ts';

/** What a phase allows and shows, in a few lines. */
export function PhaseFacts({ phase }: { phase: PhaseDraft }) {
  const text = useWords().words.panelPhasesDesk;
  return (
    <Facts
      facts={[
        [text.allows, text.allowsSay[phase.allows]],
        [text.names, text.namesSay[phase.names]],
        [text.recordings, text.recordingsSay[phase.recordings]],
        [
          text.others,
          `${text.othersSay[phase.others]}. ${phase.reviewerNames ? text.reviewerNamesYes : text.reviewerNamesNo}.`,
        ],
        [text.scope, text.scopeSay[phase.scope]],
      ]}
    />
  );
}
