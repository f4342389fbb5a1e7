import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { QuestionKind } from '../../call/rules/questions.ts';
import { linesIn } from './answer-text.ts';
import type { ApplicationState } from './state.ts';

/** Seen from the draft that stays: its own answer, that of the other draft, or both one after the other. */
export const MERGE_CHOICES = ['ours', 'theirs', 'both'] as const;
export type MergeChoice = (typeof MERGE_CHOICES)[number];

export type MergeEnd = 'merged' | 'declined' | 'taken-back';

/** Kinds of answers of which two can stand one after the other. */
const IN_A_ROW: readonly QuestionKind[] = ['text', 'line', 'choices', 'money-table', 'links'];

/** The choices that make sense for a question with these two answers. */
export function mergeChoices(kind: QuestionKind, ours: string, theirs: string): readonly MergeChoice[] {
  const isBothSaid = ours.trim() !== '' && theirs.trim() !== '' && ours !== theirs;
  return isBothSaid && IN_A_ROW.includes(kind) ? MERGE_CHOICES : ['ours', 'theirs'];
}

/** What is chosen before anybody chooses: whatever loses no words. */
export function proposedChoice(kind: QuestionKind, ours: string, theirs: string): MergeChoice {
  if (theirs.trim() === '' || ours === theirs) return 'ours';
  if (ours.trim() === '') return 'theirs';
  return mergeChoices(kind, ours, theirs).includes('both') ? 'both' : 'ours';
}

/** The answer that a choice leads to. Of two choices of several, both; of two lists, one below the other. */
export function mergedText(kind: QuestionKind, ours: string, theirs: string, choice: MergeChoice): string {
  if (choice === 'ours') return ours;
  if (choice === 'theirs') return theirs;
  if (kind === 'choices' || kind === 'links') return [...new Set([...linesIn(ours), ...linesIn(theirs)])].join('\n');
  const between = kind === 'line' ? ' · ' : kind === 'money-table' ? '\n' : '\n\n';
  return `${ours.trimEnd()}${between}${theirs.trimStart()}`;
}

export type OfferMergeRefusal = 'not-drafts' | 'other-call' | 'already-offered';

type Side = { readonly id: string; readonly callId: string; readonly state: ApplicationState };

/** Decides whether a draft may be offered a place in another. The first refusal wins. */
export function decideOfferMerge(into: Side, from: Side, hasOpenMerge: boolean): Outcome<'offer', OfferMergeRefusal> {
  if (into.id === from.id || into.state !== 'draft' || from.state !== 'draft') return refused('not-drafts');
  if (into.callId !== from.callId) return refused('other-call');
  return hasOpenMerge ? refused('already-offered') : done('offer');
}
