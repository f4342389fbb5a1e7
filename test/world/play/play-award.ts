import { acceptAward } from '#app/grant/award/commands/accept-award.server.ts';
import { offerAwards } from '#app/grant/award/commands/offer-awards.server.ts';
import { refuseAward } from '#app/grant/award/commands/refuse-award.server.ts';
import { decideAwardsByTwo } from '#app/grant/award/decide-by-two.testing.ts';
import { awardsOfCall } from '#app/grant/award/queries/award-card.server.ts';
import { decisionMatter } from '#app/grant/award/queries/decision-matter.server.ts';
import { offerPage } from '#app/grant/award/queries/offer-page.server.ts';
import { proposeAwards } from '#app/grant/award/rules/deciding.ts';
import type { TranchePlan } from '#app/grant/award/rules/tranche-plan.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { story } from '#db/story/index.ts';
import type { AnyCall } from '#db/story/types.ts';
import { type FirstMonday, instantOf } from './calendar.ts';
import { chance } from './chance.ts';
import { judgedOf } from './play-panel.ts';
import { staffKey } from './play-people.ts';
import { type StoryWorld, told } from './story-world.ts';

/** Decides as the published rule proposes, gives every group its reason, and sends the offers. */
export async function playDecision(world: StoryWorld, call: AnyCall, firstMonday: FirstMonday): Promise<void> {
  world.moveTo(Math.max(world.now() + HOUR, instantOf(firstMonday, call.dates.offersBy, call.timeZone) - DAY));
  const manager = world.as(staffKey(call.partner, 'manager'));
  const callId = world.id(call.slug);
  const matter = decisionMatter(manager, callId);
  if (matter === null) throw new Error('a manager can decide');
  const proposals = proposeAwards(
    matter.ranked.map((row) => ({
      applicationId: row.applicationId,
      askedMinor: row.askedMinor,
      hasSupport: row.hasSupport,
    })),
    { potMinor: matter.call.potMinor, awardsPlanned: matter.call.awardsPlanned },
  );
  const keys = new Map(judgedOf(call).map((application) => [world.id(application.key), application.key]));
  const reasonFor = (applicationId: string) => {
    const key = keys.get(applicationId) ?? '';
    const reason = [...story.declineReasons, ...story.shortlistReasons].find((candidate) =>
      candidate.applications.includes(key),
    );
    return reason?.text ?? '';
  };
  const choices = [
    ...proposals.map((proposal) => ({
      ...proposal,
      reason: reasonFor(proposal.applicationId),
      nearly: proposal.outcome === 'reserve',
    })),
    ...matter.others.map(({ card }) => ({
      applicationId: card.id,
      outcome: 'declined' as const,
      amountMinor: null,
      reason: reasonFor(card.id),
      nearly: chance(card.id, 'nearly') < 0.2,
    })),
  ];
  const second = world.as(staffKey(call.partner, 'finance-checker'));
  told(`deciding ${call.slug}`, decideAwardsByTwo(manager, second, callId, { choices, publicReason: '' }));
  world.moveTo(world.now() + 4 * HOUR);
  told(
    `offering the awards of ${call.slug}`,
    offerAwards(world.as(staffKey(call.partner, 'manager')), callId, plansOf(world, call)),
  );
  await world.keepPromises();
}

/** Groups with a mentor's plan are paid in parts, so that a milestone has money behind it. */
function plansOf(world: StoryWorld, call: AnyCall): Record<string, TranchePlan> {
  const mentored = story.mentoring.filter((plan) =>
    judgedOf(call).some((application) => application.key === plan.application),
  );
  return Object.fromEntries(
    mentored.map((plan, place) => [world.id(plan.application), place % 3 === 2 ? 'three-parts' : 'two-parts']),
  );
}

/**
 * Groups answer over ten days.
 *
 * @param all  false leaves three offers open and lets one group say no, as on any ordinary day
 */
export async function playAnswers(world: StoryWorld, call: AnyCall, all: boolean): Promise<void> {
  const offers = awardsOfCall(world.as(null), world.id(call.slug));
  const mentored = new Set(story.mentoring.map((plan) => plan.application));
  const answering = judgedOf(call).filter((application) =>
    offers.some((offer) => offer.applicationId === world.id(application.key)),
  );
  const waiting = new Set(
    all
      ? []
      : answering
          .filter((application) => !mentored.has(application.key))
          .slice(0, 3)
          .map((application) => application.key),
  );
  const refusing = answering.findLast((application) => !mentored.has(application.key))?.key;
  for (const application of answering) {
    if (waiting.has(application.key)) continue;
    world.moveTo(world.now() + 12 * HOUR);
    const applicant = world.as(application.lead.key);
    const page = offerPage(applicant, world.id(application.key));
    if (page === null) continue;
    const { award, agreementHash } = page;
    world.ids.set(`${application.key}/award`, award.id);
    if (!all && application.key === refusing) told(`${application.key} says no`, refuseAward(applicant, award.id));
    else
      told(
        `${application.key} says yes`,
        acceptAward(applicant, award.id, { typedName: application.lead.name, agreementHash }),
      );
  }
  await world.keepPromises();
}
