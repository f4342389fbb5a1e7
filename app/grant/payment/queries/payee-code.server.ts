import type { Id } from '#app/kernel/id.ts';
import { normaliseCode } from '#app/people/rules/sign-in.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promisesAbout } from '#app/platform/promises-about.server.ts';
import { newestPayeeCode } from '../store/payee-codes.server.ts';

/** What is kept of a code, which is good for one payee version and one mailbox. */
export function payeeCodeHash(
  context: Pick<Context, 'secrets'>,
  about: { readonly payeeVersionId: Id; readonly personId: Id },
  typed: string,
): string {
  return context.secrets.keyedHash(`${about.payeeVersionId} ${about.personId} ${normaliseCode(typed)}`, 'payee-code');
}

/** In the demonstration there is no mailbox to look into, so the page shows the code. Null everywhere else. */
export function demonstrationPayeeCode(context: Context, payeeVersionId: Id, personId: Id): string | null {
  if (!context.env.DEMO) return null;
  const sent = newestPayeeCode(context.db, payeeVersionId, personId);
  if (sent === null || sent.usedAt !== null) return null;
  const sealed = promisesAbout(context, 'payee-code-wanted', sent.id)[0]?.detail.sealedCode;
  return sealed === undefined ? null : context.secrets.open(sealed, 'payee-code');
}
