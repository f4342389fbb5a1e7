import { HOUR, MINUTE, SECOND } from '#app/kernel/instant.ts';
import { done, type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { promise } from '#app/platform/outbox.server.ts';
import { limitPerStore } from '#app/platform/rate-limit.server.ts';
import { addressHash, sealAddress } from '../queries/stock-entry.server.ts';
import { stockPage } from '../queries/stock-page.server.ts';
import { findSignUpByContact, insertSignUp } from '../store/stock.server.ts';
import { takeCode, takeNoCode } from './take-code.server.ts';

/** Requests a minute and vote, whoever sends them: a script cannot write to half a town, or empty the stock, at once. */
export const SIGN_UPS_MAX = 120;
/** Letters an hour and mailbox: nobody's is filled. */
export const LETTERS_MAX = 3;
/** Asked for again within this time, the letter is that of the same press. */
export const SAME_PRESS = 10 * SECOND;

const limitOf = limitPerStore<Context['db']>(SIGN_UPS_MAX, MINUTE);
/** Of those who ask again and again, together: what they send costs writes, and the casting of ballots waits for those. */
const repeatsOf = limitPerStore<Context['db']>(SIGN_UPS_MAX, MINUTE);
const lettersOf = limitPerStore<Context['db']>(LETTERS_MAX, HOUR);
const pressesOf = limitPerStore<Context['db']>(1, SAME_PRESS);

/**
 * Promises a letter with a code of level C to an address; asked again, with the same code; once none is left, one that says so.
 * Never refused, and never answered otherwise or sooner, because of what the address is or did: nobody learns who votes. So
 * something is promised each time, if only a letter to nobody. Who asks again and again takes nothing of what all have together,
 * and is answered without a write once that is a flood.
 *
 * @param address  well-formed
 */
export function signUpToVote(
  context: Context,
  pollId: string,
  address: string,
): Outcome<'received', 'not-found' | 'not-open' | 'too-many'> {
  const page = stockPage(context, pollId, 'C');
  if (page === null) return refused('not-found');
  if (page.standing !== 'open') return refused('not-open');
  const limit = limitOf(context.db);
  if (limit.isReached(pollId, context.now)) return refused('too-many');
  const { eventId } = page;
  const contactHash = addressHash(context, eventId, address);
  const sealed = sealAddress(context, address);
  const id = context.newId();
  const isNewPress = pressesOf(context.db).allows(contactHash, context.now);
  const mayWrite = isNewPress && lettersOf(context.db).allows(contactHash, context.now);
  if (mayWrite) limit.allows(pollId, context.now);
  else if (!repeatsOf(context.db).allows(pollId, context.now)) return done('received');
  return context.transact((tx) => {
    const known = findSignUpByContact(tx, eventId, contactHash);
    const event = { id: eventId, pollId: page.pollId };
    const taken = known === null && mayWrite ? takeCode(tx, context, event, 'C') : null;
    const place = taken?.ok ? taken.value : null;
    if (place === null) takeNoCode(context, event, 'C');
    if (place !== null) insertSignUp(tx, { id, eventId, place, sealed, contactHash, language: context.language });
    const isTooLate = mayWrite && known === null && place === null;
    // A new id is that of whoever has just signed up; of nobody where no code is left, or too many letters went out.
    const subjectId = mayWrite && known !== null ? known.id : id;
    promise(tx, context, {
      kind: 'vote-signed-up',
      subjectId,
      detail: isTooLate ? { eventId, sealed, language: context.language } : {},
    });
    return done('received');
  });
}
