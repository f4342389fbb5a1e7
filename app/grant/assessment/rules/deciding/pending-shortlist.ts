import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Composition } from '../composition.ts';
import type { LotsStanding } from '../holding-a-lottery.ts';
import type { PanelState } from '../panel-state.ts';
import { type PendingName, SHORTLIST_REASON_MAX } from './pending-names.ts';

/** What a manager means to decide about one application. */
export type PendingChoice = {
  readonly applicationId: Id;
  readonly decision: PendingName;
  /** In words the group can read: it is sent to them. Empty while it is not written. */
  readonly reason: string;
  /** Close enough to be asked to come back. */
  readonly nearly: boolean;
};

/** What a form showed of a row, in a few letters: it comes back with the form and says what its sender knew. */
export function shownMark(choice: PendingChoice | undefined): string {
  if (choice === undefined) return 'undecided';
  return sha256Hex(JSON.stringify([choice.decision, choice.reason, choice.nearly])).slice(0, 16);
}

export type SaveRefusal = 'not-closed' | 'already-decided' | 'locked' | 'unknown-application' | 'reason-too-long';

/** Whether anything may be written down now; "nearly" is for those who do not go on. */
export function decideSaving(
  facts: {
    readonly panel: PanelState;
    readonly isDecided: boolean;
    readonly isLocked: boolean;
    readonly applicationIds: ReadonlySet<Id>;
  },
  choices: readonly PendingChoice[],
): Outcome<readonly PendingChoice[], SaveRefusal> {
  if (facts.panel !== 'closed') return refused('not-closed');
  if (facts.isDecided) return refused('already-decided');
  if (facts.isLocked) return refused('locked');
  if (choices.some(({ applicationId }) => !facts.applicationIds.has(applicationId)))
    return refused('unknown-application');
  if (choices.some(({ reason }) => reason.trim().length > SHORTLIST_REASON_MAX)) return refused('reason-too-long');
  return done(
    choices.map((choice) => ({
      ...choice,
      reason: choice.reason.trim(),
      nearly: choice.nearly && choice.decision === 'declined',
    })),
  );
}

/**
 * Holds what one window sends against what was saved meanwhile: rows that it left alone stay as they are, and a row
 * that somebody else has changed differently is a clash.
 *
 * @param shown  the mark of each row as the window showed it
 */
export function mergeChoices(
  stored: ReadonlyMap<Id, PendingChoice>,
  sent: readonly { readonly choice: PendingChoice; readonly shown: string }[],
): { readonly changed: readonly PendingChoice[]; readonly clashes: readonly Id[] } {
  const touched = sent.filter(({ choice, shown }) => shownMark(choice) !== shown);
  const clashes = touched.filter(({ choice, shown }) => {
    const now = shownMark(stored.get(choice.applicationId));
    return now !== shown && now !== shownMark(choice);
  });
  return {
    changed: touched.map(({ choice }) => choice),
    clashes: clashes.map(({ choice }) => choice.applicationId),
  };
}

export type LockRefusal =
  | 'not-closed'
  | 'already-decided'
  | 'locked'
  | 'composition-not-met'
  | 'lots-owed'
  | 'decision-missing'
  | 'reason-missing'
  | 'nobody-shortlisted'
  | 'letter-outdated'
  | 'fairness-unanswered';

/** What must be there before a shortlist is closed and a second person looks: a decision and a reason for everybody. */
export function decideLocking(facts: {
  readonly panel: PanelState;
  readonly isDecided: boolean;
  readonly isLocked: boolean;
  readonly composition: Composition;
  readonly lots: LotsStanding;
  readonly applicationIds: readonly Id[];
  readonly choices: ReadonlyMap<Id, PendingChoice>;
  /** Letters that somebody wrote by hand, about something that was changed since. */
  readonly outdatedLetters: number;
  /** The chair has said what she makes of the scores as they count now. */
  readonly isFairnessAnswered: boolean;
}): Outcome<'locked', LockRefusal> {
  if (facts.panel !== 'closed') return refused('not-closed');
  if (facts.isDecided) return refused('already-decided');
  if (facts.isLocked) return refused('locked');
  if (!facts.composition.isMet) return refused('composition-not-met');
  if (facts.lots === 'owed') return refused('lots-owed');
  const chosen = facts.applicationIds.map((id) => facts.choices.get(id));
  if (chosen.length === 0 || chosen.includes(undefined)) return refused('decision-missing');
  if (chosen.some((choice) => choice?.reason.trim() === '')) return refused('reason-missing');
  if (!chosen.some((choice) => choice?.decision === 'shortlisted')) return refused('nobody-shortlisted');
  if (facts.outdatedLetters > 0) return refused('letter-outdated');
  if (!facts.isFairnessAnswered) return refused('fairness-unanswered');
  return done('locked');
}

/** Fills in what the rule proposes where nothing is chosen yet; whoever wants to start again replaces all. */
export function fillChoices(
  applicationIds: readonly Id[],
  proposed: ReadonlySet<Id>,
  stored: ReadonlyMap<Id, PendingChoice>,
  replaces: boolean,
): PendingChoice[] {
  return applicationIds.flatMap((applicationId): PendingChoice[] => {
    const before = stored.get(applicationId);
    // Not eligible is no question of points: the rule does not touch it.
    if (before?.decision === 'ineligible' || (before !== undefined && !replaces)) return [];
    const decision = proposed.has(applicationId) ? 'shortlisted' : 'declined';
    if (before?.decision === decision) return [];
    return [{ applicationId, decision, reason: '', nearly: false }];
  });
}

/** Gives the usual words to every row of a kind that has none of its own. */
export function fillReasons(
  stored: ReadonlyMap<Id, PendingChoice>,
  usual: Readonly<Record<PendingName, string>>,
): PendingChoice[] {
  return [...stored.values()]
    .filter((choice) => choice.reason.trim() === '' && usual[choice.decision].trim() !== '')
    .map((choice) => ({ ...choice, reason: usual[choice.decision].trim() }));
}
