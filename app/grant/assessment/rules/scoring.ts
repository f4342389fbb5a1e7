import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { countWords } from '../../application/rules/words.ts';
import { SCORE_MAX, SCORE_MIN, type Score } from './panel-score.ts';
import type { PanelState } from './panel-state.ts';
import type { ReviewRules } from './review-phases.ts';

export type SheetState = 'draft' | 'submitted' | 'set-aside';

export const COMMENT_WORDS_MAX = 150;

/** What an assessor has written so far; a criterion that is not in `scores` is not answered yet. */
export type SheetEntries = {
  readonly scores: Readonly<Record<Id, Score>>;
  readonly strength: string;
  readonly concern: string;
};

/** What is known before a sheet is written. */
export type SheetFacts = {
  readonly panel: PanelState;
  /** What the phase lets members do now. */
  readonly allows: ReviewRules['allows'];
  readonly sheet: SheetState | null;
  readonly criterionIds: readonly Id[];
  /** What is on the sheet already, and which save that was; 0 for a sheet that is not begun. */
  readonly written: SheetEntries | null;
  readonly revision: number;
};

export type SaveRefusal =
  | 'not-scoring'
  | 'already-submitted'
  | 'changed-elsewhere'
  | 'unknown-criterion'
  | 'score-off-scale'
  | 'too-long';

/**
 * Drafts may have gaps; only what cannot be right is refused, and what would write over words that its writer has not
 * seen. A save whose answer got lost on the way is sent again: it finds its own words and is content.
 *
 * @param seen  the revision the writer had before her; without it the newest words win
 */
export function decideSave(facts: SheetFacts, entries: SheetEntries, seen?: number): Outcome<'saved', SaveRefusal> {
  if (facts.panel !== 'scoring' || facts.allows !== 'score') return refused('not-scoring');
  if (facts.sheet !== null && facts.sheet !== 'draft') return refused('already-submitted');
  if (Object.keys(entries.scores).some((id) => !facts.criterionIds.includes(id))) return refused('unknown-criterion');
  if (!Object.values(entries.scores).every(isScore)) return refused('score-off-scale');
  if ([entries.strength, entries.concern].some((text) => countWords(text) > COMMENT_WORDS_MAX))
    return refused('too-long');
  const isUnseen = seen !== undefined && seen !== facts.revision;
  if (isUnseen && !saysTheSame(facts, entries)) return refused('changed-elsewhere');
  return done('saved');
}

/** Whether a sheet already says what was sent: then nothing is written. */
export function saysTheSame(
  { written, criterionIds }: Pick<SheetFacts, 'written' | 'criterionIds'>,
  sent: SheetEntries,
) {
  return (
    written !== null &&
    written.strength === sent.strength.trim() &&
    written.concern === sent.concern.trim() &&
    criterionIds.every((id) => written.scores[id] === sent.scores[id])
  );
}

export type SubmitRefusal = SaveRefusal | 'scores-missing' | 'comments-missing';

/** A sheet is whole when every criterion is answered ("I cannot judge this" is an answer) and both questions are. */
export function decideSubmit(
  facts: SheetFacts,
  entries: SheetEntries,
  seen?: number,
): Outcome<'submitted', SubmitRefusal> {
  const saved = decideSave(facts, entries, seen);
  if (!saved.ok) return saved;
  if (!facts.criterionIds.every((id) => entries.scores[id] !== undefined)) return refused('scores-missing');
  if (entries.strength.trim() === '' || entries.concern.trim() === '') return refused('comments-missing');
  return done('submitted');
}

function isScore(score: Score): boolean {
  return score === null || (Number.isInteger(score) && score >= SCORE_MIN && score <= SCORE_MAX);
}
