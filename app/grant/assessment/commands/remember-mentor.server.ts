import type { Id } from '#app/kernel/id.ts';
import type { Instant } from '#app/kernel/instant.ts';
import type { Tx } from '#app/platform/context.server.ts';
import { insertMentored } from '../store/ties.server.ts';

/** Keeps who mentored whom, inside the caller's transaction: she will not judge what the same group asks for next. */
export function rememberMentor(tx: Tx, personId: Id, applicationId: Id, at: Instant): void {
  insertMentored(tx, { personId, applicationId, since: at });
}
