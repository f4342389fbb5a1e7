import { describe, expect, it } from 'vitest';
import { testWorld } from '#test/world/test-world.ts';
import { offeredRound } from '#test/world/trial-award.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { answerHandover } from '../application/commands/answer-handover.server.ts';
import { askToTakeOver } from '../application/commands/hand-over.server.ts';
import { setPayee } from '../payment/commands/set-payee.server.ts';
import { yourMoney } from '../payment/queries/your-money.server.ts';
import { standingPage } from '../reporting/queries/standing.server.ts';
import { acceptAward } from './commands/accept-award.server.ts';
import { refuseAward } from './commands/refuse-award.server.ts';
import { offerPage } from './queries/offer-page.server.ts';

/** Amina's offer, with Sana who signs and Vera who reads in her team. */
function offered() {
  const world = testWorld();
  const round = offeredRound(world);
  const [amina = '', kitchen = ''] = [round.people.Amina, round.applications.Amina];
  const [sana, vera] = [world.person('Sana'), world.person('Vera')];
  inTeam(world, amina, kitchen, sana, 'sign');
  inTeam(world, amina, kitchen, vera, 'view');
  const offer = offerPage(world.as(amina), kitchen);
  const awardId = offer?.award.id ?? '';
  const sign = (personId: string, typedName: string) =>
    acceptAward(world.as(personId), awardId, { typedName, agreementHash: offer?.agreementHash ?? '' });
  return { world, amina, sana, vera, kitchen, awardId, sign };
}

const notFound = { ok: false, reason: 'not-found' };
const voucher = { kind: 'other', description: 'A voucher for the market' } as const;

describe('an award and the team behind it', () => {
  it('is read by everybody in the team, and answered by who signs', () => {
    const { world, sana, vera, kitchen, awardId, sign } = offered();
    expect(offerPage(world.as(vera), kitchen)?.mayAnswer).toBe(false);
    expect(offerPage(world.as(sana), kitchen)?.mayAnswer).toBe(true);
    expect(standingPage(world.as(vera), kitchen)?.applicationId).toBe(kitchen);
    expect(sign(vera, 'Vera')).toEqual(notFound);
    expect(refuseAward(world.as(vera), awardId)).toEqual(notFound);
    expect(sign(sana, 'Sana').ok).toBe(true);
  });
  it('goes where who signs says; the others do not see the account', () => {
    const { world, amina, sana, vera, kitchen, awardId, sign } = offered();
    sign(amina, 'Amina');
    expect(setPayee(world.as(vera), awardId, voucher, false)).toEqual(notFound);
    expect(setPayee(world.as(sana), awardId, voucher, false).ok).toBe(true);
    expect(yourMoney(world.as(vera), kitchen)).toBeNull();
    expect(yourMoney(world.as(amina), kitchen)?.payee).toMatchObject(voucher);
  });
  it('follows a handover: the new owner answers, who owned it before does not', () => {
    const { world, amina, vera, kitchen, sign } = offered();
    askToTakeOver(world.as(amina), kitchen, vera);
    expect(answerHandover(world.as(vera), kitchen, true).ok).toBe(true);
    expect(sign(amina, 'Amina')).toEqual(notFound);
    expect(sign(vera, 'Vera').ok).toBe(true);
  });
});
