import { type Actor, hasDuty } from '#app/kernel/actor.ts';
import type { Id } from '#app/kernel/id.ts';
import type { MemberState } from './composition.ts';
import type { ConflictLevel } from './conflicts.ts';
import type { PanelState } from './panel-state.ts';
import type { ReviewRules } from './review-phases.ts';

/**
 * A manager of the call's partner runs its panel, unless she is of the panel: then another manager does.
 *
 * @param isOfPanel  sits on it, or left it with a sheet begun or a tie declared
 */
export function mayRunPanel(actor: Actor | null, facts: { partnerId: Id; isOfPanel: boolean }): boolean {
  return hasDuty(actor, 'manager', facts.partnerId) && !facts.isOfPanel;
}

/** Whoever was asked sees what she was asked to do, until she says no or leaves. */
export function maySeeInvitation(seat: MemberState | null): boolean {
  return seat === 'invited' || seat === 'accepted';
}

/** Titles and names are for a seated member, once the list of applications is final. */
export function mayDeclareConflicts(facts: { seat: MemberState | null; isCallClosed: boolean }): boolean {
  return facts.seat === 'accepted' && facts.isCallClosed;
}

/** What stands between one member and one application. */
export type Reading = {
  readonly seat: MemberState | null;
  readonly panel: PanelState;
  /** What the phase lets members do now. */
  readonly allows: ReviewRules['allows'];
  readonly isStanding: boolean;
  readonly isOwn: boolean;
  /** It was given to her, or nothing was given out and everybody reads everything. */
  readonly isInScope: boolean;
  readonly declared: ConflictLevel | null;
};

/**
 * The text, the media and the scores of an application open for a seated member after scoring has opened, once the
 * first phase has begun, and after she declared that no hard tie binds her to it. A hard tie found later closes them
 * again.
 */
export function mayReadApplication(reading: Reading): boolean {
  return (
    reading.seat === 'accepted' &&
    reading.panel !== 'preparing' &&
    reading.allows !== 'nothing' &&
    reading.isStanding &&
    !reading.isOwn &&
    reading.isInScope &&
    (reading.declared === 'none' || reading.declared === 'soft')
  );
}

export type DecidingRole = 'manager' | 'second';

/**
 * Who looks at a decision before anybody is told: managers of the partner, who make it, and its finance people, who can
 * be the second pair of eyes. Nobody does who is of the panel or is tied to an application of the call.
 *
 * @param isOfPanel  sits on it, or left it with a sheet begun or a tie declared
 * @param isTied  in the team of an application, or named by its applicant
 */
export function decidingRole(
  actor: Actor | null,
  facts: { partnerId: Id; isOfPanel: boolean; isTied: boolean },
): DecidingRole | null {
  if (facts.isOfPanel || facts.isTied) return null;
  if (hasDuty(actor, 'manager', facts.partnerId)) return 'manager';
  return hasDuty(actor, 'finance', facts.partnerId) ? 'second' : null;
}

/** Any tie at all keeps a member from scoring and voting, also where she may read and talk about it. */
export function mayScoreApplication(reading: Reading): boolean {
  return mayReadApplication(reading) && reading.declared === 'none';
}
