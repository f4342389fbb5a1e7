import { Tag, type Tone } from '#app/ui/pieces.tsx';
import { useWords } from '#app/words/use-words.ts';
import type { AwardState } from '../rules/answering.ts';

const TONES: Readonly<Record<AwardState, Tone>> = {
  offered: 'warn',
  accepted: 'good',
  refused: 'plain',
  lapsed: 'bad',
};

export function AwardStateTag({ state }: { state: AwardState }) {
  return <Tag tone={TONES[state]}>{useWords().words.award.states[state]}</Tag>;
}
