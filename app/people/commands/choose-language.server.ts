import type { Spoken } from '#app/kernel/languages.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { findPerson, writeLanguage } from '../store.server.ts';

/** Keeps the language that the signed-in person chose: screens and letters are in it from now on. */
export function chooseLanguage(context: Context, language: Spoken): Outcome<'chosen', 'not-signed-in'> {
  const { actor } = context;
  if (actor === null) return refused('not-signed-in');
  return context.transact((tx) => {
    const reader = findPerson(tx, actor.personId);
    // The same link followed again is no new choice, and a page shown again need not write.
    if (reader?.language === language && reader.languageChosenAt !== null) return done('chosen');
    writeLanguage(tx, actor.personId, language, context.now);
    return done('chosen');
  });
}
