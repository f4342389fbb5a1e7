import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm, refusal } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { noteMeeting } from '../commands/note-meeting.server.ts';
import { offerSlot } from '../commands/offer-slot.server.ts';
import { withdrawSlot } from '../commands/withdraw-slot.server.ts';
import { slotButtonForm, slotForm } from '../forms/help-forms.ts';
import { slotsOfCall } from '../queries/one-to-ones.server.ts';
import { slotFaults } from '../rules/one-to-one.ts';
import { NewSlot } from '../ui/new-slot.tsx';
import { SlotTable } from '../ui/slot-table.tsx';

export const meta: MetaFunction = () => titled(wordsIn('en').words.helpDesk.slotsTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  return { ...found(slotsOfCall(portal, params.callId ?? '')), newId: portal.newId() };
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call } = found(slotsOfCall(portal, params.callId ?? ''));
  const formData = await request.formData();
  const intent = formData.get('intent');
  const here = `${paths.staffHelpTimes({ callId: call.id })}#times`;
  const { help, helpDesk: desk } = wordsIn('en').words;
  if (intent === 'withdraw' || intent === 'met' || intent === 'missed') {
    const form = await readForm(formData, slotButtonForm);
    if (!form.ok) notFound();
    const { slotId, bookingId } = form.value;
    const outcome =
      intent === 'withdraw' ? withdrawSlot(portal, call.id, slotId) : noteMeeting(portal, call.id, bookingId, intent);
    if (!outcome.ok && outcome.reason === 'not-found') notFound();
    if (!outcome.ok && outcome.reason === 'begun') return refusal(help.bookRefusals.begun);
    // Said before, or too early: the page shows how it stands.
    throw redirect(here, 303);
  }
  const form = await readForm(formData, slotForm(call.timeZone));
  if (!form.ok) return form.response;
  const { slotId, interpreter, ...rest } = form.value;
  const draft = { ...rest, interpreter: interpreter === 'on' };
  const outcome = offerSlot(portal, call.id, slotId, draft);
  if (outcome.ok) throw redirect(here, 303);
  const { reason } = outcome;
  if (reason === 'not-found') notFound();
  const field = reason === 'slot-overlaps' ? 'startsAt' : fieldOf(reason, draft, call.closesAt, portal.now);
  return field === null
    ? form.refuse(desk.slotFaults[reason])
    : form.refuse(null, { [field]: desk.slotFaults[reason] });
}

function fieldOf(reason: string, draft: Parameters<typeof slotFaults>[0], closesAt: number, now: number) {
  return slotFaults(draft, { closesAt }, [], now).find(({ fault }) => fault === reason)?.field ?? null;
}

/** The times of a call, who took them, and one more to offer. */
export default function StaffHelpTimes() {
  const { helpDesk: desk } = useWords().words;
  const { call, slots, newId } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={desk.slotsTitle}
      lead={desk.slotsLead}
      back={paths.staffHelp({ callId: call.id })}
      backLabel={desk.title}
    >
      <SlotTable slots={slots} timeZone={call.timeZone} />
      <NewSlot slotId={newId} timeZone={call.timeZone} reply={reply} />
    </Page>
  );
}
