import type { Context } from '#app/platform/context.server.ts';

/** What is kept of a code: a copy of the database opens no call. */
export function accessCodeHash(context: Pick<Context, 'secrets'>, code: string): string {
  return context.secrets.keyedHash(code, 'access-code');
}
