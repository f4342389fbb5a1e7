import type { Id } from '#app/kernel/id.ts';
import type { Outcome } from '#app/kernel/outcome.ts';
import { paths } from '#app/paths.ts';
import type { Context } from '#app/platform/context.server.ts';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { addToRoll, chooseRemoteVote, inviteAgain, takeOffRoll } from '../commands/write-roll.server.ts';
import { remoteChoiceForm, rollForm, voterForm } from '../forms/roll-form.ts';
import { type RollFault, readRoll } from '../rules/roll-rows.ts';

type Pressed = { readonly to: string } | { readonly refused: ReturnType<typeof refusal> } | 'not-found';

const REFUSALS = wordsIn('en').words.rollDesk.refusals;

/** Enough to mend; the others are told of by their number. */
const FAULTS_SHOWN = 20;

/** One button of the page of the roll, one command. */
export async function pressRoll(context: Context, callId: Id, formData: FormData): Promise<Pressed> {
  switch (formData.get('intent')) {
    case 'choose':
      return choose(context, callId, formData);
    case 'add':
      return add(context, callId, formData);
    case 'take-off':
      return aboutVoter(formData, (entryId) => takeOffRoll(context, callId, entryId), listWith(callId, 'taken'));
    case 'send-again':
      return aboutVoter(formData, (entryId) => inviteAgain(context, callId, entryId), listWith(callId, 'sent'));
    default:
      return { refused: refusal(wordsIn('en').words.common.fieldNotChosen) };
  }
}

function listWith(callId: Id, done: string): Pressed {
  return { to: paths.staffRoll({ callId, done }) };
}

async function choose(context: Context, callId: Id, formData: FormData): Promise<Pressed> {
  const form = await readForm(formData, remoteChoiceForm);
  if (!form.ok) return { refused: form.response };
  const chosen = chooseRemoteVote(context, callId, form.value.choice);
  if (chosen.ok) return { to: paths.staffRoll({ callId }) };
  return chosen.reason === 'not-found' ? 'not-found' : { refused: form.refuse(REFUSALS[chosen.reason]) };
}

async function add(context: Context, callId: Id, formData: FormData): Promise<Pressed> {
  const form = await readForm(formData, rollForm);
  if (!form.ok) return { refused: form.response };
  const { rows, faults } = readRoll(form.value.people);
  if (faults.length > 0) return { refused: form.refuse(null, { people: faultWords(faults) }) };
  if (rows.length === 0) return { refused: form.refuse(null, { people: REFUSALS['nothing-pasted'] }) };
  const added = addToRoll(context, callId, rows);
  if (added.ok) return listWith(callId, `${added.value.added}-${added.value.known}`);
  return added.reason === 'not-found' ? 'not-found' : { refused: form.refuse(REFUSALS[added.reason]) };
}

async function aboutVoter(
  formData: FormData,
  press: (entryId: Id) => Outcome<unknown, 'not-found' | keyof typeof REFUSALS>,
  done: Pressed,
): Promise<Pressed> {
  const form = await readForm(formData, voterForm);
  if (!form.ok) return { refused: form.response };
  const pressed = press(form.value.entryId);
  if (pressed.ok) return done;
  return pressed.reason === 'not-found' ? 'not-found' : { refused: form.refuse(REFUSALS[pressed.reason]) };
}

/** Row by row, a sentence and a line for each. */
function faultWords(faults: readonly RollFault[]): string {
  const { rollDesk } = wordsIn('en').words;
  const sentences = faults
    .slice(0, FAULTS_SHOWN)
    .map(({ row, fault, firstRow }) =>
      fault === 'twice'
        ? say('en', rollDesk.faults.twice, { row, firstRow: firstRow ?? row })
        : say('en', rollDesk.faults[fault], { row }),
    );
  const more = faults.length - sentences.length;
  return [rollDesk.faultsTitle, ...sentences, ...(more > 0 ? [say('en', rollDesk.more, { count: more })] : [])].join(
    '\n',
  );
}
