import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { deletePhone } from '../store.server.ts';

/** Forgets the telephone of the signed-in person, confirmed or not. */
export function forgetPhone(context: Context): Outcome<'forgotten', 'not-signed-in'> {
  const { actor } = context;
  if (actor === null) return refused('not-signed-in');
  return context.transact((tx) => {
    deletePhone(tx, actor.personId);
    return done('forgotten');
  });
}
