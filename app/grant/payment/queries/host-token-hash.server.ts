import type { Context } from '#app/platform/context.server.ts';

/** What is kept of a host's token: a copy of the database answers for nobody. */
export function hostTokenHash(context: Pick<Context, 'secrets'>, token: string): string {
  return context.secrets.keyedHash(token, 'host-token');
}
