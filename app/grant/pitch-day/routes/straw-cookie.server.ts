import { DAY, SECOND } from '#app/kernel/instant.ts';
import { paths } from '#app/paths.ts';
import type { Context } from '#app/platform/context.server.ts';
import { cookieIn, cookieName, keepCookie, type OwnCookie } from '#app/platform/cookies.server.ts';

/** For the page of one straw poll alone, so that no ballot travels with it. A vote is open for hours. */
function strawCookie(pollId: string): OwnCookie {
  return { name: 'straw', path: paths.voteStraw({ pollId }), seconds: DAY / SECOND };
}

/** What a browser remembers of a straw poll; null for nothing. */
export function keptStraw({ env }: Pick<Context, 'env'>, pollId: string, request: Request): string | null {
  return cookieIn(request.headers.get('Cookie'), cookieName(env, strawCookie(pollId)));
}

/** @returns the Set-Cookie header */
export function keepStraw({ env }: Pick<Context, 'env'>, pollId: string, code: string): string {
  return keepCookie(env, strawCookie(pollId), code);
}
