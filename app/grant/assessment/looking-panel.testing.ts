import { DAY } from '#app/kernel/instant.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { saveOffer } from './commands/save-offer.server.ts';
import type { PanelOffer } from './rules/panel-offer.ts';
import { closedCall, must, type TrialPanel } from './trial-panel.testing.ts';

/** Seats on a panel from now on for three months, paid in vouchers. */
export function offer(world: TestWorld): PanelOffer {
  return {
    isRecruiting: true,
    minutesAsked: 600,
    hourlyMinor: 1_500,
    payChoices: ['voucher', 'none'],
    childcare: 'We pay a childminder.',
    travel: '',
    access: '',
    termFrom: world.now(),
    termUntil: world.now() + 90 * DAY,
  };
}

/** A call whose panel looks for people. */
export function looking(): { world: TestWorld; round: Omit<TrialPanel, 'members'> } {
  const world = testWorld();
  const round = closedCall(world);
  must(saveOffer(world.as(round.grace), round.call.id, offer(world)));
  return { world, round };
}
