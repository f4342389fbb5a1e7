import type { Tone } from '#app/ui/pieces.tsx';
import type { Standing } from '../rules/standing.ts';

/** The colour that repeats how an application stands: finished, in somebody's hands, or waiting for the partner. */
export function toneOf(standing: Standing): Tone {
  if (standing.isOver) return 'plain';
  if (standing.actsNext === 'partner' || standing.actsNext === 'finance') return 'warn';
  return standing.now === 'mentor-with-you' ? 'good' : 'brand';
}
