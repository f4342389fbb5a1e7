import { randomInt } from 'node:crypto';
import { HOUR } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import { sendsTexts } from '#app/platform/channels.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { readPhone } from '../rules/phone.ts';
import { CODES_PER_HOUR_MAX } from '../rules/sign-in.ts';
import { writePhone } from '../store.server.ts';

export type PhoneRefusal = 'not-signed-in' | 'no-texts' | 'not-a-number' | 'too-many-codes';

/** For a person, and for a number: nobody's telephone rings all night because several people type it. */
const limitOf = limitPerStore<Context['db']>(CODES_PER_HOUR_MAX, HOUR);

/** Promises a code to a telephone. Until it comes back nothing else is sent there, and an earlier number counts no more. */
export function requestPhoneCode(context: Context, typed: string): Outcome<'promised', PhoneRefusal> {
  const { actor, secrets, now } = context;
  if (actor === null) return refused('not-signed-in');
  if (!sendsTexts(context.env)) return refused('no-texts');
  const read = readPhone(typed);
  if (!read.ok) return read;
  const limit = limitOf(context.db);
  if (![actor.personId, read.value].every((key) => limit.allows(key, now))) return refused('too-many-codes');
  const code = String(randomInt(0, 1_000_000)).padStart(6, '0');
  return context.transact((tx) => {
    const codeHash = secrets.keyedHash(`${actor.personId} ${read.value} ${code}`, 'phone-code');
    writePhone(tx, { personId: actor.personId, number: read.value, codeHash, sentAt: now });
    promise(tx, context, {
      kind: 'phone-code-requested',
      subjectId: actor.personId,
      detail: { number: read.value, sealedCode: secrets.seal(code, 'phone-code') },
    });
    return done('promised');
  });
}
