import { DAY, SECOND } from '#app/kernel/instant.ts';
import { paths } from '#app/paths.ts';
import type { Context } from '#app/platform/context.server.ts';

const NAME = 'straw';
/** A vote is open for hours. */
const KEPT_FOR = DAY;

/** What a browser remembers of a straw poll; null for nothing. It may be anything: whoever sends it wrote it. */
export function keptStraw(request: Request): string | null {
  const pairs = (request.headers.get('Cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === NAME)?.[1] ?? null;
}

/** @returns the Set-Cookie header: for the page of this straw poll alone, so that no ballot travels with it */
export function keepStraw({ env }: Pick<Context, 'env'>, pollId: string, code: string): string {
  const secure = new URL(env.PUBLIC_URL).protocol === 'https:' ? '; Secure' : '';
  return `${NAME}=${code}; Path=${paths.voteStraw({ pollId })}; Max-Age=${KEPT_FOR / SECOND}; HttpOnly; SameSite=Lax${secure}`;
}
