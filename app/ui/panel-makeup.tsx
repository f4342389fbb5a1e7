import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';

/** How many sat on the panel, how many of them are participants, and whether that is what the call promised. */
export function PanelMakeup({ panel }: { panel: PanelInNumbers }) {
  const { words, language } = useWords();
  const { panelMakeup } = words;
  const { participants, accepted, sharePercent: share, shareMinPercent: min, isMet } = panel;
  return (
    <p>
      {say(language, panelMakeup.says, { participants, accepted, share, min })}{' '}
      <strong>{isMet ? panelMakeup.kept : panelMakeup.notKept}</strong>
    </p>
  );
}

export type PanelInNumbers = {
  readonly accepted: number;
  readonly participants: number;
  /** Whole percent. */
  readonly sharePercent: number;
  readonly shareMinPercent: number;
  readonly isMet: boolean;
};
