import type { Context } from '#app/platform/context.server.ts';

/** What is kept of a token: a copy of the database lets nobody into a team. */
export function invitationTokenHash(context: Pick<Context, 'secrets'>, token: string): string {
  return context.secrets.keyedHash(token, 'invitation-token');
}
