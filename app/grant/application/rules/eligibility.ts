import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type CheckItemDraft, frighteningWords } from '../../call/rules/self-check.ts';
import type { ApplicationState } from './state.ts';
import { countWords } from './words.ts';

/** More would be an assessment, and this is none. */
export const NOTE_WORDS_MAX = 60;

export const FINDINGS = ['eligible', 'not-eligible', 'more-needed'] as const;
export type FindingName = (typeof FINDINGS)[number];

/** A rule of the call that is not met, as the call says it, with where it leads. */
export type CheckReason = CheckItemDraft;

/** What staff found, and what the applicant will read of it. */
export type Finding<Name extends string = FindingName> = {
  readonly outcome: Name;
  readonly reasons: readonly CheckReason[];
  readonly note: string;
};

export type FindingFault = 'why-missing' | 'note-missing' | 'note-too-long' | 'note-frightening';

/** What is wrong with a finding by itself. Nobody is turned away, or asked for more, without a why. */
export function findingFault({ outcome, reasons, note }: Finding): FindingFault | null {
  if (outcome === 'not-eligible' && reasons.length === 0 && note === '') return 'why-missing';
  if (outcome === 'more-needed' && note === '') return 'note-missing';
  if (countWords(note) > NOTE_WORDS_MAX) return 'note-too-long';
  if (frighteningWords(note).length > 0) return 'note-frightening';
  return null;
}

/** Reasons belong to a "no", and a plain "yes" needs no words. */
export function tidiedFinding({ outcome, reasons, note }: Finding): Finding {
  return { outcome, reasons: outcome === 'not-eligible' ? reasons : [], note: note.trim() };
}

export type Checked = Finding<FindingName | 'taken-back'> & { readonly turn: number };

export type CheckRefusal = 'not-submitted' | 'withdrawn' | 'scoring-started';

/** What a check is decided by. */
export type CheckFacts = {
  readonly state: ApplicationState;
  /** Somebody reads: from then on nobody is taken out of the round or put back. */
  readonly isScoringOpen: boolean;
  readonly latest: Checked | null;
};

/** Decides whether an application may be checked now. The first refusal wins. */
export function decideCheck({ state, isScoringOpen }: CheckFacts): Outcome<'checkable', CheckRefusal> {
  if (state === 'draft') return refused('not-submitted');
  if (state === 'withdrawn') return refused('withdrawn');
  if (isScoringOpen) return refused('scoring-started');
  return done('checkable');
}

/** Decides the same for one of many: what was found before, word for word, is not found again. */
export function decideMark(facts: CheckFacts, finding: Finding): Outcome<'checkable', CheckRefusal | 'already-so'> {
  const decision = decideCheck(facts);
  if (!decision.ok) return decision;
  return facts.latest !== null && isSame(facts.latest, finding) ? refused('already-so') : decision;
}

function isSame(one: Finding<string>, other: Finding<string>): boolean {
  return (
    one.outcome === other.outcome &&
    one.note === other.note &&
    one.reasons.map(({ statement }) => statement).join('\n') ===
      other.reasons.map(({ statement }) => statement).join('\n')
  );
}

/**
 * What undoing a check leaves: what stood before it, or nothing.
 *
 * @param before  the check before the one that is undone; null where that was the first
 */
export function undoneFinding(before: Finding<FindingName | 'taken-back'> | null): Finding<FindingName | 'taken-back'> {
  const { outcome, reasons, note } = before ?? { outcome: 'taken-back' as const, reasons: [], note: '' };
  return { outcome, reasons, note };
}

/** What a letter about a check says. Whoever hears of it needs to hear that it changed, too. */
export type LetterKind = 'not-eligible' | 'more-needed' | 'fits-after-all';

/** Which letter a finding needs: what is neither a no nor a question, is good news. */
export function letterKind(outcome: FindingName | 'taken-back'): LetterKind {
  return outcome === 'not-eligible' || outcome === 'more-needed' ? outcome : 'fits-after-all';
}

export type TellRefusal = 'scoring-started' | 'nothing-to-tell' | 'too-early' | 'number-of-letters-changed';

/**
 * Decides whether the waiting letters may be sent. A "no" waits for the day that the call's plan names, so that
 * nobody hears of it while others are still being checked. The first refusal wins.
 *
 * @param checkEndsAt  the planned end of the check; null where the plan names none
 * @param expected     how many the sender was told there were
 */
export function decideTelling(
  waiting: { readonly count: number; readonly notEligible: number },
  facts: { readonly isScoringOpen: boolean; readonly checkEndsAt: Instant | null; readonly expected: number },
  now: Instant,
): Outcome<'tellable', TellRefusal> {
  if (facts.isScoringOpen) return refused('scoring-started');
  if (waiting.count === 0) return refused('nothing-to-tell');
  if (waiting.notEligible > 0 && facts.checkEndsAt !== null && now < facts.checkEndsAt) return refused('too-early');
  if (waiting.count !== facts.expected) return refused('number-of-letters-changed');
  return done('tellable');
}
