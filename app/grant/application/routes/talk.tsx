import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Page } from '#app/ui/page.tsx';
import { Notice } from '#app/ui/pieces.tsx';
import { readForm } from '#app/ui/read-form.ts';
import type { ScreenHandle } from '#app/ui/screen-handle.ts';
import { titled, wordsFor } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import { bookSlot } from '../commands/book-slot.server.ts';
import { cancelBooking } from '../commands/cancel-booking.server.ts';
import { bookForm, cancelForm } from '../forms/help-forms.ts';
import { oneToOnes } from '../queries/one-to-ones.server.ts';
import { BookedTalk } from '../ui/booked-talk.tsx';
import { FreeTalks } from '../ui/free-talks.tsx';
import { OfCall } from '../ui/of-call.tsx';
import { NotInATest } from '../ui/test-notice.tsx';

export const handle: ScreenHandle = { isTranslated: true };

export const meta: MetaFunction = ({ matches }) => titled(wordsFor(matches).words.help.talkTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  return found(oneToOnes(signedIn(context, request), params.applicationId ?? ''));
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { application } = found(oneToOnes(portal, params.applicationId ?? ''));
  const formData = await request.formData();
  const { bookRefusals } = wordsIn(portal.language).words.help;
  const here = paths.applyTalk({ applicationId: application.id });
  if (formData.get('intent') === 'cancel') {
    const form = await readForm(formData, cancelForm);
    if (!form.ok) return form.response;
    const outcome = cancelBooking(portal, application.id, form.value.bookingId);
    if (outcome.ok) throw redirect(here, 303);
    if (outcome.reason === 'not-found') notFound();
    return form.refuse(bookRefusals[outcome.reason]);
  }
  const form = await readForm(formData, bookForm(portal.language));
  if (!form.ok) return form.response;
  const outcome = bookSlot(portal, application.id, form.value.slot, form.value.phone);
  if (outcome.ok) throw redirect(here, 303);
  const { reason } = outcome;
  if (reason === 'is-a-test') return form.refuse(wordsIn('en').words.testDesk.notHere);
  if (reason === 'phone-missing') return form.refuse(null, { phone: bookRefusals[reason] });
  const isChoice = reason === 'slot-gone' || reason === 'slot-taken' || reason === 'not-found';
  return isChoice ? form.refuse(null, { slot: bookRefusals[reason] }) : form.refuse(bookRefusals[reason]);
}

/** The time that was taken, or those that are free. */
export default function Talk() {
  const { words, language } = useWords();
  const page = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const text = words.help;
  const { application, call, booked, free } = page;
  return (
    <Page
      back={paths.applyHelp({ applicationId: application.id })}
      backLabel={text.toHelp}
      overline={<OfCall title={call.title} reference={application.reference} />}
      title={booked === null ? text.talkTitle : text.bookedTitle}
      lead={booked === null ? say(language, text.talkLead, { partner: call.partnerName }) : text.bookedNext}
    >
      <NotInATest reference={application.reference} />
      {booked !== null && (
        <BookedTalk applicationId={application.id} booked={booked} timeZone={call.timeZone} reply={reply} />
      )}
      {booked === null && application.state !== 'draft' && (
        <Notice>
          <p>{text.bookRefusals['not-a-draft']}</p>
        </Notice>
      )}
      {booked === null && application.state === 'draft' && (
        <FreeTalks
          free={free}
          timeZone={call.timeZone}
          toHelp={paths.applyHelp({ applicationId: application.id })}
          reply={reply}
        />
      )}
    </Page>
  );
}
