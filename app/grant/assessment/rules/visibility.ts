import type { PanelState } from './panel-state.ts';
import type { ReviewRules } from './review-phases.ts';
import type { SheetState } from './scoring.ts';

/**
 * A member sees what others scored only when her own sheet for that application is in, so nobody leans on
 * anybody. A sheet that never came in never earns it, not even after the close. A phase may show less, or, for
 * talking it over, all.
 */
export function maySeeOthersScores(ownSheet: SheetState | null, others: ReviewRules['others']): boolean {
  return others === 'always' || (others === 'after-mine' && ownSheet === 'submitted');
}

/**
 * While the panel scores, its manager sees who has done how much and no score at all: a running ranking would
 * invite a word in somebody's ear.
 */
export function maySeeRanking(panel: PanelState): boolean {
  return panel === 'closed';
}
