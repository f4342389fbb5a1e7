import type { Instant } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';

/** As it is written down; an offer that nobody answered lapses without anything being written. */
export type WrittenState = 'offered' | 'accepted' | 'refused';
export type AwardState = WrittenState | 'lapsed';

export type Offer = { readonly state: WrittenState; readonly respondBy: Instant };

/** Where an offer stands at a moment: it lapses at `respondBy` itself. */
export function standingOf(offer: Offer, now: Instant): AwardState {
  return offer.state === 'offered' && now >= offer.respondBy ? 'lapsed' : offer.state;
}

export type AnswerRefusal = 'already-answered' | 'offer-lapsed' | 'agreement-changed' | 'name-missing';

/**
 * Decides whether an offer may be accepted: in time, by name, and for exactly the words that were read.
 *
 * @param signed  what the page sent back: the name as typed, and the hash of the agreement it showed
 */
export function decideAccept(
  offer: Offer & { readonly agreementHash: string },
  signed: { readonly typedName: string; readonly agreementHash: string },
  now: Instant,
): Outcome<'accepted', AnswerRefusal> {
  const answerable = decideRefuse(offer, now);
  if (!answerable.ok) return answerable;
  if (signed.agreementHash !== offer.agreementHash) return refused('agreement-changed');
  if (signed.typedName.trim() === '') return refused('name-missing');
  return done('accepted');
}

/** Decides whether an offer may still be turned down. */
export function decideRefuse(offer: Offer, now: Instant): Outcome<'refused', 'already-answered' | 'offer-lapsed'> {
  const standing = standingOf(offer, now);
  if (standing === 'lapsed') return refused('offer-lapsed');
  return standing === 'offered' ? done('refused') : refused('already-answered');
}
