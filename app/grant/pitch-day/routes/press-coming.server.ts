import type { Id } from '#app/kernel/id.ts';
import type { SignedIn } from '#app/people/request.server.ts';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { cancelParty, comeAfterAll } from '../commands/change-party.server.ts';
import { closeSignUp } from '../commands/offer-day.server.ts';
import { addParty } from '../commands/sign-up-party.server.ts';
import { comingForms, comingIntent, partyForm } from '../forms/coming-form.ts';

/** The small forms of the page about who comes: one of them was sent. */
export async function pressComing(portal: SignedIn, callId: Id, posted: FormData) {
  const { common, comingDesk } = wordsIn('en').words;
  const intent = comingIntent.safeParse(posted.get('intent'));
  if (!intent.success) return { refused: refusal(common.fieldNotChosen) };
  if (intent.data === 'add') {
    const form = await readForm(posted, comingForms('en').signUp);
    if (!form.ok) return { refused: form.response };
    const { partyId, ...wishes } = form.value;
    const added = addParty(portal, callId, partyId, wishes);
    if (added.ok) return { done: { done: added.value } };
    return added.reason === 'not-found' ? 'not-found' : { refused: form.refuse(comingDesk.refusals[added.reason]) };
  }
  if (intent.data === 'close' || intent.data === 'reopen')
    return closeSignUp(portal, callId, intent.data === 'close').ok ? { done: {} } : 'not-found';
  const form = await readForm(posted, partyForm);
  if (!form.ok) return { refused: form.response };
  const at = { callId, partyId: form.value.partyId };
  const outcome = intent.data === 'cancel' ? cancelParty(portal, at) : comeAfterAll(portal, at);
  if (outcome.ok) return { done: {} };
  return outcome.reason === 'not-found' ? 'not-found' : { refused: form.refuse(comingDesk.refusals[outcome.reason]) };
}
