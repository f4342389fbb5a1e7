import type { Context } from '#app/platform/context.server.ts';

/** What is kept of a code on paper: a copy of the database takes nothing over. */
export function claimHash(context: Pick<Context, 'secrets'>, code: string): string {
  return context.secrets.keyedHash(code, 'claim-code');
}
