import { createCall, type NewCall } from '#app/grant/call/commands/create-call.server.ts';
import { publishCall } from '#app/grant/call/commands/publish-call.server.ts';
import { setCallDates } from '#app/grant/call/commands/set-call-dates.server.ts';
import { type CallFacts, callById } from '#app/grant/call/queries/call-facts.server.ts';
import type { DateDraft } from '#app/grant/call/rules/plan.ts';
import { USUAL_DECISION } from '#app/grant/call/rules/usual-decision.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { TestWorld } from './test-world.ts';

/** What it takes to make a call. */
type CallWorld = Pick<TestWorld, 'as' | 'now' | 'moveTo'>;

/** A social innovation call that opens in one hour and stays open for four weeks. */
export function trialDraft(world: Pick<CallWorld, 'now'>, partnerId: Id, changes: Partial<NewCall> = {}): NewCall {
  return {
    ...USUAL_DECISION,
    partnerId,
    strand: 'social-innovation',
    language: 'en',
    title: 'Ideas for our street',
    slug: 'ideas-for-our-street',
    summary: 'Up to £3,000 to try an idea.',
    about: 'We look for ideas.\n\nThey can be small.',
    whoCanApply: 'You live here.\nYour group is led by people who moved here.',
    support: 'A mentor for one year.\nTraining on four Saturdays.',
    themes: ['Housing', 'Health'],
    currency: 'GBP',
    potMinor: 9_000_000,
    awardMaxMinor: 300_000,
    awardsPlanned: 16,
    timeZone: 'Europe/London',
    opensAt: world.now() + HOUR,
    closesAt: world.now() + HOUR + 28 * DAY,
    invitationOnly: false,
    ...changes,
  };
}

/** The same call as its manager's draft, with the questions and criteria of its strand, and a plan. */
export function draftCall(world: CallWorld, managerId: Id, partnerId: Id, changes: Partial<NewCall> = {}): CallFacts {
  const created = createCall(world.as(managerId), trialDraft(world, partnerId, changes));
  invariant(created.ok, `the trial call must be possible: ${created.ok ? '' : created.reason}`);
  const call = factsOf(world, created.value.callId);
  const planned = setCallDates(world.as(managerId), call.id, trialDates(call));
  invariant(planned.ok, `the trial plan must be possible: ${planned.ok ? '' : planned.reason}`);
  return factsOf(world, call.id);
}

function trialDates({ closesAt, hasPitchDay }: CallFacts): DateDraft[] {
  const pitchDay = {
    kind: 'pitch-day',
    startsAt: closesAt + 30 * DAY,
    endsAt: null,
    place: 'The old library',
  } as const;
  const decisions = { kind: 'decisions', startsAt: closesAt + 40 * DAY, endsAt: null, place: '' } as const;
  return hasPitchDay ? [pitchDay, decisions] : [decisions];
}

/** The same call, published and open: the clock moves to the moment it opens. */
export function openCall(world: CallWorld, managerId: Id, partnerId: Id, changes: Partial<NewCall> = {}): CallFacts {
  const draft = draftCall(world, managerId, partnerId, changes);
  // A room with less than one award is odd, and what some tests are about.
  const published = publishCall(world.as(managerId), draft.id, ['room-pot-under-award']);
  invariant(published.ok, `the trial call must be publishable: ${published.ok ? '' : published.reason}`);
  world.moveTo(Math.max(world.now(), draft.opensAt));
  return factsOf(world, draft.id);
}

function factsOf(world: CallWorld, callId: Id): CallFacts {
  const call = callById(world.as(null), callId);
  invariant(call !== null, 'a call that was created can be found');
  return call;
}
