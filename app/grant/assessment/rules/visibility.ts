import type { PanelState } from './panel-state.ts';
import type { SheetState } from './scoring.ts';

/**
 * A member sees what others scored only when her own sheet for that application is in, so nobody leans on
 * anybody. A sheet that never came in never earns it, not even after the close.
 */
export function maySeeOthersScores(ownSheet: SheetState | null): boolean {
  return ownSheet === 'submitted';
}

/**
 * While the panel scores, its manager sees who has done how much and no score at all: a running ranking would
 * invite a word in somebody's ear.
 */
export function maySeeRanking(panel: PanelState): boolean {
  return panel === 'closed';
}
