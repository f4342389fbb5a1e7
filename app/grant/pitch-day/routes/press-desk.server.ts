import type { Id } from '#app/kernel/id.ts';
import { type Outcome, refused } from '#app/kernel/outcome.ts';
import type { Context } from '#app/platform/context.server.ts';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { say } from '#app/words/say.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { drawOrder, shiftPitch, takeInShortlist } from '../commands/arrange-pitches.server.ts';
import { fixBallotPaper, takeBackBallotPaper } from '../commands/fix-ballot-paper.server.ts';
import { voidSheets } from '../commands/make-sheets.server.ts';
import { certifyVote, countPaper, freezeVote } from '../commands/settle-vote.server.ts';
import { type DeskIntent, fixForm, moveForm, orderForm, paperForm, tickedForm } from '../forms.ts';
import { boothAssets } from '../queries/booth-assets.server.ts';
import { deskOf } from '../queries/desk.server.ts';

type Pressed = 'done' | 'not-found' | ReturnType<typeof refusal>;

type Refused = 'not-found' | keyof ReturnType<typeof refusals>;

/** One button of the desk, one command. What cannot be undone asks for a tick first. */
export async function pressDesk(
  context: Context,
  callId: Id,
  intent: DeskIntent,
  formData: FormData,
): Promise<Pressed> {
  const id = String(formData.get('id') ?? '');
  switch (intent) {
    case 'up':
    case 'down':
    case 'place': {
      const form = await readForm(formData, moveForm);
      if (!form.ok) return form.response;
      const { version, place } = form.value;
      const to = intent === 'place' ? (place ?? 1) : intent;
      return answer(shiftPitch(context, callId, { pitchId: form.value.id, to }, version));
    }
    case 'draw':
    case 'take-in': {
      const form = await readForm(formData, orderForm);
      if (!form.ok) return form.response;
      return answer((intent === 'draw' ? drawOrder : takeInShortlist)(context, callId, form.value.version));
    }
    case 'fix':
      return fix(context, callId, formData);
    case 'take-back':
      return ticked(formData, () => takeBackBallotPaper(context, callId));
    case 'void':
      return ticked(formData, () => voidSheets(context, callId, id));
    case 'freeze': {
      const form = await readForm(formData, tickedForm);
      if (!form.ok) return form.response;
      const frozen = freezeVote(context, callId);
      if (frozen.ok) return 'done';
      return frozen.reason === 'group-gone' ? form.refuse(groupsGone(context, callId)) : answer(refused(frozen.reason));
    }
    case 'certify':
      return ticked(formData, () => certifyVote(context, callId));
    case 'count': {
      const form = await readForm(formData, paperForm);
      if (!form.ok) return form.response;
      const counted = countPaper(context, callId, form.value);
      return counted.ok || counted.reason === 'not-found' ? answer(counted) : form.refuse(refusals()[counted.reason]);
    }
  }
}

async function fix(context: Context, callId: Id, formData: FormData): Promise<Pressed> {
  const form = await readForm(formData, fixForm);
  if (!form.ok) return form.response;
  const { signUps, straws } = form.value;
  const fixed = fixBallotPaper(context, callId, boothAssets(), { C: signUps, D: straws });
  return fixed.ok || fixed.reason === 'not-found' ? answer(fixed) : form.refuse(refusals()[fixed.reason]);
}

async function ticked(formData: FormData, command: () => Outcome<unknown, Refused>): Promise<Pressed> {
  const form = await readForm(formData, tickedForm);
  return form.ok ? answer(command()) : form.response;
}

function answer(outcome: Outcome<unknown, Refused>): Pressed {
  if (outcome.ok) return 'done';
  return outcome.reason === 'not-found' ? 'not-found' : refusal(refusals()[outcome.reason]);
}

/** Names who is on the ballot paper and no longer on the shortlist. */
function groupsGone(context: Context, callId: Id): string {
  const { words, list } = wordsIn('en');
  const gone = deskOf(context, callId)?.pitches.filter((pitch) => pitch.isGone) ?? [];
  return say('en', words.pitchDay.paperGone, { groups: list(gone.map((pitch) => pitch.groupName)) });
}

function refusals() {
  return wordsIn('en').words.pitchDay.refusals;
}
