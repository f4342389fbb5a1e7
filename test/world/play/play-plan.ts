import { type DateDraft, hasPlace } from '#app/grant/call/rules/plan.ts';
import { proposedPlan } from '#app/grant/call/rules/plan-proposal.ts';
import type { Instant } from '#app/kernel/instant.ts';
import { writeLocalTime } from '#app/ui/local-time.ts';
import { story } from '#db/story/index.ts';
import type { AnyCall, Moment } from '#db/story/types.ts';
import { type FirstMonday, hourOn, instantOf } from './calendar.ts';

/** The plan of the round as the story tells it. */
export function toldDates(call: AnyCall, firstMonday: FirstMonday): DateDraft[] {
  const { dates, timeZone, hasPitchDay } = call;
  const at = (moment: Moment) => instantOf(firstMonday, moment, timeZone);
  const moment = (kind: DateDraft['kind'], on: Moment): DateDraft => ({
    kind,
    startsAt: at(on),
    endsAt: null,
    place: '',
  });
  const { informationSession: session } = dates;
  return [
    {
      ...moment('information-session', session),
      endsAt: at({ ...session, time: session.until }),
      place: session.place,
    },
    moment('draft-feedback', dates.draftsBy),
    moment('questions-close', dates.questionsBy),
    moment('eligibility-check', dates.checkedBy),
    moment('panel-meeting', dates.panelMeets),
    ...(hasPitchDay ? [{ ...moment('pitch-day', dates.pitchDay), place: hallOf(call) }] : []),
    moment('decisions', dates.offersBy),
    moment('feedback-release', dates.reasonsBy),
  ];
}

/** The plan that the portal proposes, for a round that the story does not tell. */
export function usualDates(call: AnyCall, opensAt: Instant, closesAt: Instant): DateDraft[] {
  const { timeZone, hasPitchDay } = call;
  const day = (at: Instant) => writeLocalTime(at, timeZone).slice(0, 10);
  const hour = (on: string, time: string) => hourOn(Date.parse(`${on}T12:00:00Z`), time as Moment['time'], timeZone);
  return proposedPlan(day(opensAt), day(closesAt), hasPitchDay).map(({ kind, on, from, until }) => ({
    kind,
    startsAt: hour(on, from),
    endsAt: until === null ? null : hour(on, until),
    place: hasPlace(kind) ? hallOf(call) : '',
  }));
}

function hallOf(call: AnyCall): string {
  const day = story.pitchDays.find((pitchDay) => pitchDay.call === call.slug);
  return day === undefined ? '' : `${day.place}, ${day.address}`;
}
