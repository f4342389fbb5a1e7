import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { type CheckItemDraft, type CheckItemFault, checkItemFaults, tidiedCheckItem } from '../rules/self-check.ts';
import { findCallBySlug } from '../store.server.ts';

/** The sentence as it may be written down: sound, tidy, and its other call is one that everybody can open. */
export function decideCheckItem(tx: Tx, draft: CheckItemDraft): Outcome<CheckItemDraft, CheckItemFault> {
  const tidy = tidiedCheckItem(draft);
  const fault = checkItemFaults(tidy)[0];
  if (fault !== undefined) return refused(fault.fault);
  const { otherSlug } = tidy;
  if (otherSlug !== null && findCallBySlug(tx, otherSlug)?.state !== 'published') return refused('other-call-missing');
  return done(tidy);
}
