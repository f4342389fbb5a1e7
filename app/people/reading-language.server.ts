import type { Actor } from '#app/kernel/actor.ts';
import { isSpoken, type Spoken } from '#app/kernel/languages.ts';
import { contextOf, type World } from '#app/platform/context.server.ts';
import { cookieIn, cookieName, keepCookie, type OwnCookie } from '#app/platform/cookies.server.ts';
import { chooseLanguage } from './commands/choose-language.server.ts';
import { personById } from './queries/people.server.ts';
import { languageFor } from './rules/language.ts';

const LANGUAGE: OwnCookie = { name: 'lang', path: '/', seconds: 365 * 24 * 60 * 60 };

/**
 * The language that whoever asks reads here. A link with `?lang=` chooses it: for this device, and for the person
 * who is signed in, unless the link stood on another site.
 *
 * @returns `remember`, the Set-Cookie header that keeps the choice, or null when nothing was chosen
 */
export function readingLanguage(
  world: World,
  request: Request,
  actor: Actor | null,
): { language: Spoken; remember: string | null } {
  const asked = new URL(request.url).searchParams.get('lang');
  const reader = actor === null ? null : personById(world, actor.personId);
  const language = languageFor({
    asked,
    ownChoice: reader !== null && reader.languageChosenAt !== null ? reader.language : null,
    cookie: cookieIn(request.headers.get('Cookie'), cookieName(world.env, LANGUAGE)),
    accepted: request.headers.get('Accept-Language'),
  });
  if (!isSpoken(asked)) return { language, remember: null };
  if (actor !== null && request.headers.get('Sec-Fetch-Site') !== 'cross-site') {
    chooseLanguage(contextOf(world, actor), asked);
  }
  return { language, remember: keepCookie(world.env, LANGUAGE, asked) };
}
