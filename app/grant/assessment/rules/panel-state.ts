import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Composition } from './composition.ts';

export type PanelState = 'preparing' | 'scoring' | 'closed';

export type OpeningRefusal =
  | 'already-opened'
  | 'call-not-closed'
  | 'letters-waiting'
  | 'nothing-to-assess'
  | 'composition-not-met';

/**
 * Scores begin when nobody can apply any more, everybody who was checked has been told, and the promised share of
 * participants sits on the panel.
 */
export function decideOpening(facts: {
  state: PanelState;
  isCallClosed: boolean;
  /** Letters about the check of eligibility that nobody has sent: nobody is left out of a round unheard. */
  lettersWaiting: number;
  applications: number;
  composition: Composition;
}): Outcome<'scoring', OpeningRefusal> {
  if (facts.state !== 'preparing') return refused('already-opened');
  if (!facts.isCallClosed) return refused('call-not-closed');
  if (facts.lettersWaiting > 0) return refused('letters-waiting');
  if (facts.applications === 0) return refused('nothing-to-assess');
  if (!facts.composition.isMet) return refused('composition-not-met');
  return done('scoring');
}

export type ClosingRefusal = 'not-scoring' | 'composition-not-met' | 'no-sheets' | 'readers-changed';

/**
 * Scoring closes only while the share of participants holds. Nobody joins or leaves a closed panel, so a panel
 * that fell short can still be put right, and the shortlist never meets one that did not. Applications may close with
 * fewer readers than were promised, and never without whoever closes having seen which.
 */
export function decideClosing(facts: {
  state: PanelState;
  sheetsSubmitted: number;
  composition: Composition;
  /** Of the list of applications that lack readers, as it stands and as it was on the screen; null where nobody looked. */
  short: { readonly now: string; readonly seen: string | null };
}): Outcome<'closed', ClosingRefusal> {
  if (facts.state !== 'scoring') return refused('not-scoring');
  if (!facts.composition.isMet) return refused('composition-not-met');
  if (facts.sheetsSubmitted === 0) return refused('no-sheets');
  if (facts.short.seen !== null && facts.short.seen !== facts.short.now) return refused('readers-changed');
  return done('closed');
}
