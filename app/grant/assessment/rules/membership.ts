import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { MemberState } from './composition.ts';
import type { PanelState } from './panel-state.ts';

export type InviteRefusal = 'panel-closed' | 'runs-the-panel' | 'already-invited';

/** Whoever runs the panel does not sit on it. Somebody who said no or left may be asked again. */
export function decideInvite(facts: {
  panel: PanelState;
  isManager: boolean;
  seat: MemberState | null;
}): Outcome<'invited', InviteRefusal> {
  if (facts.panel === 'closed') return refused('panel-closed');
  if (facts.isManager) return refused('runs-the-panel');
  if (facts.seat === 'invited' || facts.seat === 'accepted') return refused('already-invited');
  return done('invited');
}

export type InvitationAnswer = 'accepted' | 'declined';
export type AnswerRefusal = 'panel-closed' | 'already-answered';

/** An invitation is answered once, with yes or no, while the panel is still open. */
export function decideAnswer(
  facts: { panel: PanelState; seat: MemberState },
  answer: InvitationAnswer,
): Outcome<InvitationAnswer, AnswerRefusal> {
  if (facts.seat !== 'invited') return refused('already-answered');
  if (facts.panel === 'closed') return refused('panel-closed');
  return done(answer);
}

export type LeaveRefusal = 'panel-closed' | 'not-a-member';

/** No reason is asked. Sheets that were handed in stay; after the close the panel is a record. */
export function decideLeave(facts: { panel: PanelState; seat: MemberState }): Outcome<'left', LeaveRefusal> {
  if (facts.seat !== 'accepted') return refused('not-a-member');
  if (facts.panel === 'closed') return refused('panel-closed');
  return done('left');
}
