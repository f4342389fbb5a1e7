import type { Id } from '#app/kernel/id.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** As long as in an application, which it is taken from at first: three lines on the wall and on a telephone. */
export const ONE_LINE_MAX = 200;
export const CARD_LINK_MAX = 300;

/** What a group says of its pitch, beside the title that stands on the ballot paper. */
export type CardWords = {
  readonly oneLine: string;
  /** BCP 47 tag of the language that is spoken on stage. */
  readonly language: string;
  /** Whole addresses; empty for none. */
  readonly captionsUrl: string;
  readonly transcriptUrl: string;
  /** Of what was sent with the application: a picture, or a film whose picture is meant; null for none. */
  readonly pictureId: Id | null;
  readonly filmId: Id | null;
};

export type Card = CardWords & {
  /** Whether everybody may see it. */
  readonly isShown: boolean;
  readonly revision: number;
};

/** What somebody would have it say. */
export type WantedCard = CardWords & Pick<Card, 'isShown'>;

/** Who asks, and when. */
export type CardSaving = {
  /** `speaks`: may speak for the group. `writes`: may write for it. `staff`: mends what the group wrote. */
  readonly as: 'speaks' | 'writes' | 'staff';
  /** While votes are cast nobody's words change under a voter's eyes. */
  readonly isVoteOpen: boolean;
  /** Of the card on the page that was sent; 0 for none. */
  readonly seenRevision: number;
};

export type CardRefusal =
  | 'changed-elsewhere'
  | 'group-shows'
  /** Somebody who writes for the group and does not speak for it. */
  | 'may-not-show'
  | 'vote-open'
  | 'one-line-missing';

/**
 * Decides whether a card may be written as somebody wants it; the first refusal wins. The same card again is no change.
 *
 * Whatever everybody sees, or would see, is the word of whoever speaks for the group. Staff mend the words of a card that
 * is shown and can take it down, and never put it up. Taking down is possible at any time.
 *
 * @param before  null while there is none
 */
export function decideCard(
  before: Card | null,
  wanted: WantedCard,
  { as, isVoteOpen, seenRevision }: CardSaving,
): Outcome<'write' | 'same', CardRefusal> {
  const wasShown = before?.isShown ?? false;
  if (before !== null && isSame(before, wanted)) return done('same');
  if ((before?.revision ?? 0) !== seenRevision) return refused('changed-elsewhere');
  if (as === 'staff' && wanted.isShown && !wasShown) return refused('group-shows');
  if (as === 'writes' && (wanted.isShown || wasShown)) return refused('may-not-show');
  if (isVoteOpen && wanted.isShown) return refused('vote-open');
  return wanted.isShown && wanted.oneLine.trim() === '' ? refused('one-line-missing') : done('write');
}

function isSame(before: Card, wanted: WantedCard): boolean {
  const names = ['oneLine', 'language', 'captionsUrl', 'transcriptUrl', 'pictureId', 'filmId', 'isShown'] as const;
  return names.every((name) => before[name] === wanted[name]);
}

/** Only what a browser opens safely from a page that everybody reads: whole, encrypted, and without a name to sign in. */
export function isCardLink(text: string): boolean {
  if (/\s/.test(text) || text.length > CARD_LINK_MAX) return false;
  const address = URL.parse(text);
  return address?.protocol === 'https:' && address.hostname.includes('.') && address.username === '';
}
