import { Tag } from '#app/ui/pieces.tsx';
import { say } from '#app/words/say.ts';
import { useWords } from '#app/words/use-words.ts';
import type { WindowState } from '../rules/window.ts';

const TONES = { 'not-yet': 'brand', open: 'good', closed: 'plain' } as const;
const SOON_DAYS = 14;

/** Whether a call is open, and how long still when the end is near. */
export function WindowTag(props: { window: WindowState; daysLeft?: number }) {
  const { words, language } = useWords();
  const isEnding = props.window === 'open' && props.daysLeft !== undefined && props.daysLeft <= SOON_DAYS;
  if (isEnding) {
    return <Tag tone="warn">{say(language, words.call.daysLeft, { days: props.daysLeft ?? 0 })}</Tag>;
  }
  return <Tag tone={TONES[props.window]}>{words.call.windowStates[props.window]}</Tag>;
}
