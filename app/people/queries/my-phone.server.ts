import { sendsTexts } from '#app/platform/channels.ts';
import type { Context } from '#app/platform/context.server.ts';
import { maskedPhone } from '../rules/phone.ts';
import { CODE_GOOD_FOR } from '../rules/sign-in.ts';
import { findPhone } from '../store.server.ts';

/** How the signed-in person's telephone stands: none, a code on its way, or confirmed. Its number is shown in part. */
export function myPhone(context: Context) {
  const phone = context.actor === null ? null : findPhone(context.db, context.actor.personId);
  const waits = phone !== null && phone.confirmedAt === null && context.now < phone.sentAt + CODE_GOOD_FOR;
  return {
    canText: sendsTexts(context.env),
    state: phone === null ? 'none' : phone.confirmedAt !== null ? 'confirmed' : waits ? 'waiting' : 'none',
    number: phone === null ? null : maskedPhone(phone.number),
  } as const;
}
