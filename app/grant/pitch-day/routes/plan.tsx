import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { MINUTE, SECOND } from '#app/kernel/instant.ts';
import { paths } from '#app/paths.ts';
import { found, notFound, signedIn } from '#app/people/request.server.ts';
import { Button } from '#app/ui/button.tsx';
import { TextArea, TextField, Tick } from '#app/ui/fields.tsx';
import { Form } from '#app/ui/form.tsx';
import { readLocalTime, writeLocalTime } from '#app/ui/local-time.ts';
import { Page } from '#app/ui/page.tsx';
import { readForm } from '#app/ui/read-form.ts';
import { titled } from '#app/ui/titled.ts';
import { say } from '#app/words/say.ts';
import { useWords, wordsIn } from '#app/words/use-words.ts';
import type { CallFacts } from '../../call/queries/call-facts.server.ts';
import { planEvent } from '../commands/plan-event.server.ts';
import { planForm } from '../forms.ts';
import { deskOf } from '../queries/desk.server.ts';
import { isAnotherDay } from '../rules/planning.ts';
import { OfferFields } from '../ui/offer-fields.tsx';
import { offerValues, readOffer } from './plan-offer.server.ts';

export const meta: MetaFunction = () => titled(wordsIn('en').words.pitchDay.planTitle);

export function loader({ params, request, context }: LoaderFunctionArgs) {
  const portal = signedIn(context, request);
  const { call, event, offer } = found(deskOf(portal, params.callId ?? ''));
  const { pitchDay } = wordsIn('en').words;
  const promised = announcedDay(call);
  return {
    callId: call.id,
    callTitle: call.title,
    timeZone: call.timeZone,
    values:
      event === null
        ? {
            title: call.title,
            tieSource: pitchDay.planTieUsual,
            pitchMinutes: '3',
            ...(promised === undefined
              ? {}
              : { startsAt: writeLocalTime(promised.startsAt, call.timeZone), place: promised.place }),
          }
        : {
            title: event.title,
            place: event.place,
            address: event.address,
            accessNotes: event.accessNotes,
            startsAt: writeLocalTime(event.startsAt, call.timeZone),
            pitchMinutes: String((event.pitchSeconds * SECOND) / MINUTE),
            tieSource: event.tieSource,
            ...offerValues(offer, call.timeZone),
          },
  };
}

/** What applicants were told when the call was published. */
function announcedDay({ dates }: Pick<CallFacts, 'dates'>) {
  return dates.find(({ kind }) => kind === 'pitch-day');
}

export async function action({ params, request, context }: ActionFunctionArgs) {
  const portal = signedIn(context, request);
  const { call, event } = found(deskOf(portal, params.callId ?? ''));
  const { pitchDay } = wordsIn('en').words;
  const form = await readForm(request, planForm);
  if (!form.ok) return form.response;
  const { title, place, address, accessNotes, startsAt: typedStart, pitchMinutes, tieSource } = form.value;
  const startsAt = readLocalTime(typedStart, call.timeZone);
  if (!startsAt.ok) return form.refuse(null, { startsAt: pitchDay.planTimeFaults[startsAt.reason] });
  const days = { announcedFor: announcedDay(call)?.startsAt ?? null, plannedBefore: event?.startsAt ?? null };
  if (form.value.anotherDay === undefined && isAnotherDay(startsAt.value, days))
    return form.refuse(null, { anotherDay: pitchDay.planDayFaults['another-day'] });
  const pitchSeconds = (pitchMinutes * MINUTE) / SECOND;
  const offer = readOffer(form.value, call.timeZone);
  if (!offer.ok) return form.refuse(null, { closesAt: pitchDay.planTimeFaults[offer.reason] });
  const plan = { title, place, address, accessNotes, tieSource, startsAt: startsAt.value, pitchSeconds };
  const planned = planEvent(portal, call.id, plan, offer.value);
  if (planned.ok) throw redirect(paths.staffPitchDay({ callId: call.id }));
  if (planned.reason === 'not-found') notFound();
  if (planned.reason === 'places-promised')
    return form.refuse(null, { places: wordsIn('en').words.comingDesk.planPlacesPromised });
  const fault = pitchDay.planDayFaults;
  if (planned.reason === 'sign-up-after-start') return form.refuse(null, { closesAt: fault[planned.reason] });
  if (planned.reason === 'day-passed') return form.refuse(null, { startsAt: fault[planned.reason] });
  return form.refuse(pitchDay.refusals[planned.reason]);
}

export default function Plan() {
  const { words, language } = useWords();
  const { pitchDay, common } = words;
  const { callId, callTitle, timeZone, values } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <Page
      title={pitchDay.planTitle}
      overline={callTitle}
      lead={pitchDay.planLead}
      back={paths.staffPitchDay({ callId })}
      backLabel={pitchDay.deskTitle}
    >
      <Form reply={reply} values={values}>
        <TextField name="title" maxLength={120} label={pitchDay.planName} />
        <TextField name="place" maxLength={120} label={pitchDay.planPlace} />
        <TextField name="address" maxLength={240} label={pitchDay.planAddress} />
        <TextArea name="accessNotes" label={pitchDay.planAccess} hint={pitchDay.planAccessHint} />
        <TextField
          name="startsAt"
          type="datetime-local"
          short
          label={pitchDay.planStarts}
          hint={say(language, pitchDay.planStartsHint, { zone: timeZone })}
        />
        {(reply?.errors.anotherDay !== undefined || reply?.typed.anotherDay !== undefined) && (
          <Tick name="anotherDay" label={pitchDay.planAnotherDay} />
        )}
        <TextField name="pitchMinutes" inputMode="numeric" short label={pitchDay.planMinutes} />
        <TextField name="tieSource" maxLength={200} label={pitchDay.planTie} hint={pitchDay.planTieHint} />
        <OfferFields />
        <Button>{common.save}</Button>
      </Form>
    </Page>
  );
}
