import { DATE_KINDS, type DateKind } from './plan.ts';

/** A calendar day as people write it down: 2026-03-02. */
export type Day = string;

/** One date on the clock of the call's zone. */
export type ProposedDate = {
  readonly kind: DateKind;
  readonly on: Day;
  /** 24-hour clock: 18:00. */
  readonly from: string;
  readonly until: string | null;
};

const SATURDAY = 6;
const SUNDAY = 0;

/**
 * The dates of a round as they usually lie around its opening and closing: evenings for those who work, a Saturday
 * for pitch day, and office days for what the office does.
 *
 * A call that is open for less than two weeks has no room for an information session and for deadlines before the last.
 *
 * @param opensOn   the local day of the opening
 * @param closesOn  the local day of the closing
 */
export function proposedPlan(opensOn: Day, closesOn: Day, hasPitchDay: boolean): ProposedDate[] {
  const hasRoom = daysBetween(opensOn, closesOn) >= 14;
  const panelOn = officeDay(after(closesOn, 17));
  const pitchOn = nextSaturday(after(panelOn, 10));
  const decidedOn = officeDay(after(hasPitchDay ? pitchOn : panelOn, 5));
  const plan: readonly (ProposedDate | false)[] = [
    hasRoom && { kind: 'information-session', on: officeDay(after(opensOn, 7)), from: '18:00', until: '19:30' },
    hasRoom && { kind: 'draft-feedback', on: officeDayBefore(after(closesOn, -7)), from: '17:00', until: null },
    hasRoom && { kind: 'questions-close', on: officeDayBefore(after(closesOn, -4)), from: '17:00', until: null },
    { kind: 'eligibility-check', on: officeDay(after(closesOn, 4)), from: '17:00', until: null },
    { kind: 'panel-meeting', on: panelOn, from: '18:00', until: '21:00' },
    hasPitchDay && { kind: 'pitch-day', on: pitchOn, from: '11:00', until: '16:00' },
    { kind: 'decisions', on: decidedOn, from: '12:00', until: null },
    { kind: 'feedback-release', on: officeDay(after(decidedOn, 7)), from: '12:00', until: null },
  ];
  return plan
    .filter((date) => date !== false)
    .toSorted((one, other) => DATE_KINDS.indexOf(one.kind) - DATE_KINDS.indexOf(other.kind));
}

function after(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

/** That day, or the Monday after it. */
function officeDay(day: Day): Day {
  return after(day, { [SATURDAY]: 2, [SUNDAY]: 1 }[weekday(day)] ?? 0);
}

/** That day, or the Friday before it. */
function officeDayBefore(day: Day): Day {
  return after(day, { [SATURDAY]: -1, [SUNDAY]: -2 }[weekday(day)] ?? 0);
}

function nextSaturday(day: Day): Day {
  return after(day, SATURDAY - weekday(day));
}
