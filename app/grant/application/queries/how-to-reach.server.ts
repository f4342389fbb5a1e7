import type { Id } from '#app/kernel/id.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findSafety } from '../store/safety.server.ts';

/** What staff must know before they write or call; null when an applicant has said nothing. The caller checks who asks. */
export function howToReach(context: Pick<Context, 'db'>, applicationId: Id) {
  const safety = findSafety(context.db, [applicationId]).get(applicationId);
  if (safety === undefined) return null;
  const { contactWay, contactNote, publicName } = safety;
  return { contactWay, contactNote, publicName };
}
