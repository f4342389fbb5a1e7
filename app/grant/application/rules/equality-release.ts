import { DAY, type Instant } from '#app/kernel/instant.ts';

/** The last to send get a fortnight to answer, like the first. */
const ANSWERS_AFTER_ENTRIES = 14 * DAY;

/**
 * When the figures about who applied are made, once and for ever, and answers are no longer taken. Before that there are
 * none to look at: two looks at figures that change tell what one person answered.
 *
 * @param entriesEndAt  from when on nothing can enter the call
 */
export function figuresDueAt(entriesEndAt: Instant): Instant {
  return entriesEndAt + ANSWERS_AFTER_ENTRIES;
}
