import type { Id } from '#app/kernel/id.ts';
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

/** One side of a question: what is written, and whether something is recorded or sent beside it. */
export type Side = { readonly text: string; readonly isRecorded: boolean };

/** The choices that make sense for a question with these two answers. */
export function mergeChoices(kind: QuestionKind, ours: Side, theirs: Side): readonly MergeChoice[] {
  const isBothWritten = isWritten(ours) && isWritten(theirs) && ours.text !== theirs.text;
  // Words of one and a recording of the other stand beside each other.
  const isApart = (isWritten(ours) && theirs.isRecorded) || (isWritten(theirs) && ours.isRecorded);
  return (isBothWritten || isApart) && IN_A_ROW.includes(kind) ? MERGE_CHOICES : ['ours', 'theirs'];
}

function isWritten({ text }: Side): boolean {
  return text.trim() !== '';
}

/** What is chosen before anybody chooses: whatever loses nothing. */
export function proposedChoice(kind: QuestionKind, ours: Side, theirs: Side): MergeChoice {
  const isTheirsMore = theirs.isRecorded || (isWritten(theirs) && ours.text !== theirs.text);
  if (!isTheirsMore) return 'ours';
  if (!isWritten(ours) && !ours.isRecorded) return 'theirs';
  return mergeChoices(kind, ours, theirs).includes('both') ? 'both' : 'ours';
}

/** The answer that a choice leads to. Of two choices of several, both; of two lists, one below the other. */
export function mergedText(kind: QuestionKind, ours: string, theirs: string, choice: MergeChoice): string {
  if (choice === 'ours') return ours;
  if (choice === 'theirs') return theirs;
  if (kind === 'choices' || kind === 'links') return [...new Set([...linesIn(ours), ...linesIn(theirs)])].join('\n');
  if (ours.trim() === '' || theirs.trim() === '' || ours === theirs) return ours.trim() === '' ? theirs : ours;
  const between = kind === 'line' ? ' · ' : kind === 'money-table' ? '\n' : '\n\n';
  return `${ours.trimEnd()}${between}${theirs.trimStart()}`;
}

export type OfferMergeRefusal = 'not-drafts' | 'other-call' | 'already-offered';

type Draft = { readonly id: string; readonly callId: string; readonly state: ApplicationState };

/** Decides whether a draft may be offered a place in another. The first refusal wins. */
export function decideOfferMerge(into: Draft, from: Draft, hasOpenMerge: boolean): Outcome<'offer', OfferMergeRefusal> {
  if (into.id === from.id || into.state !== 'draft' || from.state !== 'draft') return refused('not-drafts');
  if (into.callId !== from.callId) return refused('other-call');
  return hasOpenMerge ? refused('already-offered') : done('offer');
}

/**
 * Whether the recording of the draft that goes comes along. Each question has room for one: with both answers chosen,
 * that of the draft that stays is kept.
 */
export function comesAlong(ours: Side, theirs: Side, choice: MergeChoice): boolean {
  return theirs.isRecorded && (choice === 'theirs' || (choice === 'both' && !ours.isRecorded));
}

/**
 * What stood on both sides when somebody chose: another answer, or another recording, is another mark.
 *
 * @param sides  the revision of each answer, 0 for none, and the id of each recording
 */
export function seenMark(sides: readonly { readonly revision: number; readonly mediaId: Id | null }[]): string {
  return sides.map(({ revision, mediaId }) => `${revision}${mediaId ?? ''}`).join('-');
}
