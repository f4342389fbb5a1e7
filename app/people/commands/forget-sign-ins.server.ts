import { DAY } from '#app/kernel/instant.ts';
import { done } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { forgetSecretMessages } from '#app/platform/forget-messages.server.ts';
import { forgetKept } from '#app/platform/outbox.server.ts';
import { deleteCodesBefore, deleteSessionsBefore } from '../store.server.ts';

/** Forgets sessions that are over, and yesterday's codes with every address they were asked for. For the scheduler. */
export function forgetSignIns(context: Context): void {
  const yesterday = context.now - DAY;
  context.transact((tx) => {
    deleteSessionsBefore(tx, context.now);
    deleteCodesBefore(tx, yesterday);
    forgetKept(tx, 'sign-in-code-requested', yesterday);
    forgetKept(tx, 'phone-code-requested', yesterday);
    forgetSecretMessages(tx, yesterday);
    return done('forgotten');
  });
}
