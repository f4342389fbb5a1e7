import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { renamePerson } from '../store.server.ts';

/** Writes down what the signed-in person likes to be called. */
export function setName(context: Context, name: string): Outcome<'named', 'not-signed-in'> {
  const { actor } = context;
  if (actor === null) return refused('not-signed-in');
  return context.transact((tx) => {
    renamePerson(tx, actor.personId, name);
    return done('named');
  });
}
