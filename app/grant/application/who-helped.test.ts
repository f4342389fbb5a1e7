import { describe, expect, it } from 'vitest';
import { statementsIn } from '#test/world/statements-in.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, trialAnswer, trialDetails, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { enterForSomebody } from './commands/enter-for-somebody.server.ts';
import { inviteToTeam } from './commands/invite-to-team.server.ts';
import { joinTeam } from './commands/join-team.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { whoHelped } from './queries/who-helped.server.ts';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  /** Grace writes down what somebody says who has no address. */
  const writtenDown = () => {
    const id = world.newId();
    enterForSomebody(world.as(grace), call.id, id, {
      forName: 'Bilal',
      email: '',
      phone: '',
      language: 'en',
      consentMeans: 'in-person',
      consentWords: 'Is that all right?',
    });
    saveDetails(world.as(grace), id, trialDetails(call));
    return id;
  };
  return { world, call, grace, writtenDown };
}

describe('who had a hand in an application', () => {
  it('is whoever wrote it down, and nobody where the group wrote it alone', () => {
    const { world, call, writtenDown } = office();
    const alone = submitted(world, world.person('Amina'), call);
    const id = writtenDown();
    const hands = whoHelped(world.as(null), [alone, id]);
    expect(hands.get(alone)).toBeUndefined();
    expect(hands.get(id)).toEqual({ writtenBy: 'Grace', helpedBy: [] });
  });

  it('is a support worker who was asked in and wrote, said once', () => {
    const { world, call } = office();
    const [amina, sam] = [world.person('Amina'), world.person('Sam')];
    const begun = writtenDraft(world, amina, call);
    const invitation = { invitationId: world.newId(), kind: 'support', role: 'edit', email: null, usesMax: 1 } as const;
    const invited = inviteToTeam(world.as(amina), begun, invitation);
    expect(joinTeam(world.as(sam), invited.ok ? invited.value.token : '').ok).toBe(true);
    for (const question of call.questions.slice(0, 2)) {
      world.pass(60_000);
      saveAnswer(world.as(sam), begun, question.id, trialAnswer(question, 'Sam writes this for them.'));
    }
    expect(whoHelped(world.as(null), [begun]).get(begun)).toEqual({ writtenBy: null, helpedBy: ['Sam'] });
  });

  it('is asked of the database equally often for one application and for three', async () => {
    const { world, writtenDown } = office();
    const ids = [writtenDown(), writtenDown(), writtenDown()];
    const one = await statementsIn(world, () => whoHelped(world.as(null), ids.slice(0, 1)));
    const three = await statementsIn(world, () => whoHelped(world.as(null), ids));
    expect(three).toBe(one);
  });
});
