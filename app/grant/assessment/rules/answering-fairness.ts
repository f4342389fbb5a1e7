import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { PanelState } from './panel-state.ts';

export type FairnessRefusal = 'not-closed' | 'already-decided' | 'already-answered' | 'response-missing' | 'too-long';

export const RESPONSE_MAX = 2_000;

/** The chair says once what she makes of the figures of these scores: after the close, and before it is decided. */
export function decideResponse(
  facts: { readonly panel: PanelState; readonly isDecided: boolean; readonly isAnswered: boolean },
  response: string,
): Outcome<'answered', FairnessRefusal> {
  if (facts.panel !== 'closed') return refused('not-closed');
  if (facts.isDecided) return refused('already-decided');
  if (facts.isAnswered) return refused('already-answered');
  if (response.trim() === '') return refused('response-missing');
  if (response.trim().length > RESPONSE_MAX) return refused('too-long');
  return done('answered');
}
