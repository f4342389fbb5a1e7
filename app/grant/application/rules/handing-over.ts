import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { ApplicationState } from './state.ts';
import type { MemberKind } from './team.ts';

/** What became of it: the other person answers, the owner may take the question back. */
export type HandoverAnswer = 'accepted' | 'declined' | 'taken-back';

export type HandoverRefusal = 'withdrawn' | 'not-in-team' | 'support-worker' | 'already-asked';

/**
 * Decides whether somebody may be asked to take an application over. The first refusal wins.
 *
 * @param to  the person as a member of the team; null when they are none
 */
export function decideHandover(
  application: { readonly state: ApplicationState },
  to: { readonly kind: MemberKind } | null,
  hasOpenHandover: boolean,
): Outcome<'ask', HandoverRefusal> {
  if (application.state === 'withdrawn') return refused('withdrawn');
  if (to === null) return refused('not-in-team');
  if (to.kind === 'support') return refused('support-worker');
  return hasOpenHandover ? refused('already-asked') : done('ask');
}

export type TakeOverRefusal = 'withdrawn' | 'not-in-team' | 'own-call' | 'has-own-draft';

/**
 * Decides whether somebody who was asked may take an application over now. The first refusal wins.
 *
 * @param facts  as they are when they accept: weeks may have passed since they were asked
 */
export function decideTakeOver(
  application: { readonly state: ApplicationState },
  facts: {
    readonly isInTeam: boolean;
    /** Staff of the partner give the pot out; they own nothing that asks for it. */
    readonly mayStart: boolean;
    readonly hasOwnDraft: boolean;
  },
): Outcome<'take-over', TakeOverRefusal> {
  if (application.state === 'withdrawn') return refused('withdrawn');
  if (!facts.isInTeam) return refused('not-in-team');
  if (!facts.mayStart) return refused('own-call');
  // One draft per person and call.
  if (application.state === 'draft' && facts.hasOwnDraft) return refused('has-own-draft');
  return done('take-over');
}
