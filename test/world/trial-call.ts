import { createCall, type NewCall } from '#app/grant/call/commands/create-call.server.ts';
import { publishCall } from '#app/grant/call/commands/publish-call.server.ts';
import { type CallFacts, callById } from '#app/grant/call/queries/call-facts.server.ts';
import { USUAL_DECISION } from '#app/grant/call/rules/templates.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import type { TestWorld } from './test-world.ts';

/** A social innovation call that opens in one hour and stays open for four weeks. */
export function trialDraft(world: TestWorld, partnerId: Id, changes: Partial<NewCall> = {}): NewCall {
  return {
    ...USUAL_DECISION,
    partnerId,
    strand: 'social-innovation',
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

/** The same call as its manager's draft, with the questions and criteria of its strand. */
export function draftCall(world: TestWorld, managerId: Id, partnerId: Id, changes: Partial<NewCall> = {}): CallFacts {
  const created = createCall(world.as(managerId), trialDraft(world, partnerId, changes));
  invariant(created.ok, `the trial call must be possible: ${created.ok ? '' : created.reason}`);
  return factsOf(world, created.value.callId);
}

/** The same call, published and open: the clock moves to the moment it opens. */
export function openCall(world: TestWorld, managerId: Id, partnerId: Id, changes: Partial<NewCall> = {}): CallFacts {
  const draft = draftCall(world, managerId, partnerId, changes);
  const published = publishCall(world.as(managerId), draft.id);
  invariant(published.ok, `the trial call must be publishable: ${published.ok ? '' : published.reason}`);
  world.moveTo(Math.max(world.now(), draft.opensAt));
  return factsOf(world, draft.id);
}

function factsOf(world: TestWorld, callId: Id): CallFacts {
  const call = callById(world.as(null), callId);
  invariant(call !== null, 'a call that was created can be found');
  return call;
}
