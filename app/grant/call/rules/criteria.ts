export const SCORES = [1, 2, 3, 4, 5] as const;

/** What one score looks like, in words: two people then mean the same thing by a four. */
export type Anchor = { readonly score: number; readonly words: string };

/** One thing the panel scores. */
export type CriterionDraft = {
  readonly name: string;
  readonly question: string;
  readonly weightPercent: number;
  /** A score without words yet is left out. */
  readonly anchors: readonly Anchor[];
};

export type CriterionFault = 'name-empty' | 'weight-out-of-range' | 'anchor-off-scale';

export const CRITERIA_MAX = 12;

/** What is wrong with one criterion on its own; whether its anchors are complete is for publishing. */
export function criterionFaults(draft: CriterionDraft): { field: keyof CriterionDraft; fault: CriterionFault }[] {
  const faults: { field: keyof CriterionDraft; fault: CriterionFault }[] = [];
  if (draft.name.trim() === '') faults.push({ field: 'name', fault: 'name-empty' });
  if (!Number.isInteger(draft.weightPercent) || draft.weightPercent < 1 || draft.weightPercent > 100) {
    faults.push({ field: 'weightPercent', fault: 'weight-out-of-range' });
  }
  const scores = draft.anchors.map((anchor) => anchor.score);
  if (new Set(scores).size !== scores.length || !scores.every(isScore)) {
    faults.push({ field: 'anchors', fault: 'anchor-off-scale' });
  }
  return faults;
}

/** Whether every score from 1 to 5 has its words. */
export function isAnchored(criterion: Pick<CriterionDraft, 'anchors'>): boolean {
  return SCORES.every((score) =>
    criterion.anchors.some((anchor) => anchor.score === score && anchor.words.trim() !== ''),
  );
}

/** The weights of all criteria together, in percent: 100 when a call can be published. */
export function weightSum(criteria: readonly Pick<CriterionDraft, 'weightPercent'>[]): number {
  return criteria.reduce((sum, criterion) => sum + criterion.weightPercent, 0);
}

function isScore(score: number): boolean {
  return SCORES.some((known) => known === score);
}
