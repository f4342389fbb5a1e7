import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Minor } from '#app/kernel/money.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { type Window, windowOf } from '../../call/rules/window.ts';
import type { AnswerFault } from './answer-text.ts';
import { type Details, type DetailTerms, missingDetails, type NeededDetail } from './details.ts';
import { isTooLong, type MediaState } from './media.ts';
import { type ApplicationState, move } from './state.ts';

/** One question of the call and what the draft has to say to it. */
export type DraftAnswer = {
  readonly questionId: Id;
  readonly required: boolean;
  /** 0 where words are not counted. */
  readonly wordsMax: number;
  readonly words: number;
  /** Why the text cannot be read as its question asks; null when it can, or is empty. */
  readonly fault: AnswerFault | null;
  /** How long the question takes to answer. */
  readonly minutes: number;
  /** Everything recorded for this question that was not refused. */
  readonly recordings: readonly {
    readonly state: MediaState;
    readonly seconds: number | null;
    /** Captions or a transcript that the applicant has not approved; none at all is nothing to approve. */
    readonly hasUnapprovedText: boolean;
  }[];
};

export type Draft = {
  readonly applicantId: Id;
  readonly state: ApplicationState;
  readonly details: Details;
  readonly answers: readonly DraftAnswer[];
};

/** What a call asks of everybody who submits. */
export type SubmitTerms = Window & DetailTerms & { readonly awardMaxMinor: Minor; readonly videoSecondsMax: number };

/**
 * The window of one application: a code for late entry that it came by keeps the call open for it, and for it alone.
 *
 * @param lateUntil  the latest end of its codes; null for none. It never closes the call earlier
 */
export function windowFor<Call extends Window & { readonly state?: 'draft' | 'published' }>(
  call: Call,
  lateUntil: Instant | null,
): Call {
  // A draft is tried out whatever its dates: only a published one opens and closes.
  if (call.state === 'draft') return { ...call, opensAt: 0, closesAt: Number.MAX_SAFE_INTEGER };
  return lateUntil === null ? call : { ...call, closesAt: Math.max(call.closesAt, lateUntil) };
}

/** One thing to do before the application can be submitted, and where. */
export type Gap =
  | { readonly kind: 'details-missing'; readonly detail: NeededDetail }
  | { readonly kind: 'answers-missing'; readonly questionId: Id }
  | { readonly kind: 'too-many-words'; readonly questionId: Id; readonly words: number; readonly wordsMax: number }
  | { readonly kind: 'answer-unreadable'; readonly questionId: Id; readonly fault: AnswerFault }
  | { readonly kind: 'amount-too-high'; readonly awardMaxMinor: Minor }
  | { readonly kind: 'video-not-ready'; readonly questionId: Id }
  | { readonly kind: 'video-too-long'; readonly questionId: Id }
  | { readonly kind: 'text-not-approved'; readonly questionId: Id };

export type SubmitRefusal = 'not-the-applicant' | 'call-not-open' | 'already-submitted' | Gap['kind'];

/** Every gap at once, worst first: what the check page lists, each with a link. */
export function gapsOf(draft: Draft, terms: SubmitTerms): Gap[] {
  const { details, answers } = draft;
  const gaps: Gap[] = missingDetails(details, terms).map((detail) => ({ kind: 'details-missing', detail }));
  for (const answer of answers) {
    if (answer.required && !isAnswered(answer)) gaps.push({ kind: 'answers-missing', questionId: answer.questionId });
  }
  for (const { questionId, words, wordsMax, fault } of answers) {
    if (fault !== null) gaps.push({ kind: 'answer-unreadable', questionId, fault });
    if (isTooWordy({ words, wordsMax })) gaps.push({ kind: 'too-many-words', questionId, words, wordsMax });
  }
  if (details.amountMinor !== null && details.amountMinor > terms.awardMaxMinor) {
    gaps.push({ kind: 'amount-too-high', awardMaxMinor: terms.awardMaxMinor });
  }
  for (const { questionId, recordings } of answers) {
    if (recordings.some(({ state }) => state !== 'ready')) gaps.push({ kind: 'video-not-ready', questionId });
    if (recordings.some(({ seconds }) => seconds !== null && isTooLong(seconds, terms.videoSecondsMax))) {
      gaps.push({ kind: 'video-too-long', questionId });
    }
    if (recordings.some(({ hasUnapprovedText }) => hasUnapprovedText))
      gaps.push({ kind: 'text-not-approved', questionId });
  }
  return gaps;
}

/** Decides whether a draft may be submitted now. The first refusal wins. */
export function decideSubmit(
  draft: Draft,
  terms: SubmitTerms,
  by: Id,
  now: Instant,
): Outcome<'submitted', SubmitRefusal> {
  if (draft.applicantId !== by) return refused('not-the-applicant');
  if (windowOf(terms, now) !== 'open') return refused('call-not-open');
  if (!move(draft.state, 'submitted').ok) return refused('already-submitted');
  const gap = gapsOf(draft, terms)[0];
  return gap === undefined ? done('submitted') : refused(gap.kind);
}

/** In writing, or on video, or both. A recording on its way counts here: that it is not ready is a gap of its own. */
export function isAnswered(answer: Pick<DraftAnswer, 'words' | 'recordings'>): boolean {
  return answer.words > 0 || answer.recordings.length > 0;
}

/** Whether an answer has more words than its question takes. */
export function isTooWordy({ words, wordsMax }: Pick<DraftAnswer, 'words' | 'wordsMax'>): boolean {
  return wordsMax > 0 && words > wordsMax;
}
