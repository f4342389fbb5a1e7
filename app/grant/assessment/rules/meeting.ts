import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Standing } from './meeting-standing.ts';
import { SCORE_MAX, SCORE_MIN, type Score } from './panel-score.ts';
import type { PanelState } from './panel-state.ts';
import type { SheetState } from './scoring.ts';

export type OpenMeetingRefusal =
  | 'not-closed'
  | 'already-decided'
  | 'locked'
  | 'lots-fixed'
  | 'already-open'
  | 'nothing-to-discuss';

/** A panel meets after it has scored and before anything rests on the scores: then they may still change. */
export function decideOpenMeeting(facts: {
  readonly panel: PanelState;
  readonly isDecided: boolean;
  readonly isLocked: boolean;
  readonly areLotsFixed: boolean;
  readonly isOpen: boolean;
  readonly applications: number;
}): Outcome<'opened', OpenMeetingRefusal> {
  if (facts.panel !== 'closed') return refused('not-closed');
  if (facts.isDecided) return refused('already-decided');
  if (facts.isLocked) return refused('locked');
  if (facts.areLotsFixed) return refused('lots-fixed');
  if (facts.isOpen) return refused('already-open');
  if (facts.applications === 0) return refused('nothing-to-discuss');
  return done('opened');
}

/** One member and what is on the table, at the moment she presses a button. */
export type AtTable = {
  readonly isHere: boolean;
  /** What is on the table now; null between two applications. */
  readonly onTable: Id | null;
  /** Hers, towards what is on the table. */
  readonly standing: Standing;
};

export type TableRefusal = 'moved-on' | 'not-here' | 'kept-away' | 'speaks-only';

/** Whether she may say something to this application now. What she may not see has moved on, as far as she knows. */
function decideAtTable(at: AtTable, applicationId: Id): Outcome<'free', TableRefusal> {
  if (at.onTable !== applicationId) return refused('moved-on');
  if (at.standing === 'must-leave') return refused('kept-away');
  if (!at.isHere) return refused('not-here');
  if (at.standing === 'speaks-only') return refused('speaks-only');
  return done('free');
}

/** Characters that a chair writes down about one application: five pages. */
export const NOTES_MAX = 10_000;

export type VoteRefusal = TableRefusal | 'no-quorum';

/** Votes are cast on what is on the table, by whoever is there and free of ties, while enough of them are. */
export function decideVote(at: AtTable, applicationId: Id, isQuorumMet: boolean): Outcome<'free', VoteRefusal> {
  const free = decideAtTable(at, applicationId);
  if (!free.ok) return free;
  return isQuorumMet ? free : refused('no-quorum');
}

export type EnterRefusal = VoteRefusal | 'has-voted' | 'result-known';

/**
 * Whether the chair may enter a vote as a member says it aloud: for whoever could cast it herself and has not. Whoever
 * finds a phone after all votes over it; nobody enters anything over that, and nothing over a vote whose result the room
 * has seen, even where somebody came back since and it is hidden again.
 */
export function decideEntering(
  at: AtTable,
  applicationId: Id,
  isQuorumMet: boolean,
  known: { readonly hasVotedHerself: boolean; readonly isPartOfResult: boolean },
): Outcome<'free', EnterRefusal> {
  const free = decideVote(at, applicationId, isQuorumMet);
  if (!free.ok) return free;
  if (known.hasVotedHerself) return refused('has-voted');
  return known.isPartOfResult ? refused('result-known') : free;
}

export type ScoreChange = { readonly criterionId: Id; readonly before: Score; readonly after: Score };
export type ChangeRefusal = TableRefusal | 'no-sheet' | 'unknown-criterion' | 'score-off-scale';

/**
 * What a member changes of her own scores in a meeting. Criteria that she does not name stay as they are.
 *
 * @param own     her sheet for what is on the table, with every answer that stands on it
 * @param wanted  new scores by criterion; null is "I cannot judge this"
 * @returns       only what becomes different; nothing when all stays
 */
export function decideChange(
  at: AtTable,
  applicationId: Id,
  own: { readonly state: SheetState; readonly scores: Readonly<Record<Id, Score>> } | null,
  wanted: Readonly<Record<Id, Score>>,
): Outcome<readonly ScoreChange[], ChangeRefusal> {
  const free = decideAtTable(at, applicationId);
  if (!free.ok) return free;
  if (own === null || own.state !== 'submitted') return refused('no-sheet');
  const changes: ScoreChange[] = [];
  for (const [criterionId, after] of Object.entries(wanted)) {
    const before = own.scores[criterionId];
    if (before === undefined) return refused('unknown-criterion');
    if (after !== null && !(Number.isInteger(after) && after >= SCORE_MIN && after <= SCORE_MAX))
      return refused('score-off-scale');
    if (after !== before) changes.push({ criterionId, before, after });
  }
  return done(changes);
}

/** Scores of one criterion this far apart are worth talking about: two steps are two different sentences. */
const FAR_APART = 2;

export type Views = {
  readonly criterionId: Id;
  readonly lowest: number;
  readonly highest: number;
  readonly isFar: boolean;
};

/**
 * How far the panel's views of each criterion lie apart: the widest first, and only those that somebody could judge.
 *
 * @param sheets  scores by criterion, one record for each sheet that counts
 */
export function viewsApart(criterionIds: readonly Id[], sheets: readonly Readonly<Record<Id, Score>>[]): Views[] {
  return criterionIds
    .flatMap((criterionId): Views[] => {
      const given = sheets.map((scores) => scores[criterionId] ?? null).filter((score) => score !== null);
      if (given.length === 0) return [];
      const [lowest, highest] = [Math.min(...given), Math.max(...given)];
      return [{ criterionId, lowest, highest, isFar: highest - lowest >= FAR_APART }];
    })
    .toSorted((one, other) => other.highest - other.lowest - (one.highest - one.lowest));
}
