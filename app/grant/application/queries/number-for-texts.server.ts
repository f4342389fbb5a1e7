import type { Id } from '#app/kernel/id.ts';
import { phoneOf } from '#app/people/queries/people.server.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findSafety } from '../store/safety.server.ts';

/**
 * The telephone that a short text about an application may go to; null for somebody who gave none, and for everybody
 * where its owner said that only e-mail is safe. The caller has checked that they work on it.
 */
export function numberForTexts(context: Pick<Context, 'db'>, applicationId: Id, personId: Id): string | null {
  const safety = findSafety(context.db, [applicationId]).get(applicationId);
  return safety?.contactWay === 'write' ? null : phoneOf(context, personId);
}
