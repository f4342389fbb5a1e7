import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { trialAnswer, trialDetails, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { answerHandover } from './commands/answer-handover.server.ts';
import { takeOverEntry } from './commands/claim-entry.server.ts';
import { confirmEntry } from './commands/confirm-entry.server.ts';
import { endMembership } from './commands/end-membership.server.ts';
import { enterForSomebody } from './commands/enter-for-somebody.server.ts';
import { askToTakeOver } from './commands/hand-over.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { entryForMe } from './queries/staff-entries.server.ts';
import { myRoleIn } from './queries/team.server.ts';
import { entryWaiting } from './queries/waiting-entries.server.ts';
import { action as confirmAction } from './routes/confirm.tsx';

const refusal = (reason: string) => ({ ok: false, reason });

/** Grace writes an application down for Amina, who may have a draft of her own in the call. */
function desk({ hasDraft }: { readonly hasDraft: boolean }) {
  const world = testWorld({ SMTP_URL: 'smtp://localhost:1' });
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId);
  const amina = world.person('Amina');
  const own = hasDraft ? writtenDraft(world, amina, call) : null;
  const id = world.newId();
  enterForSomebody(world.as(grace), call.id, id, {
    forName: 'Aunt Amina',
    email: 'amina@people.example',
    phone: '',
    language: 'en',
    consentMeans: 'by-phone',
    consentWords: 'Is that all right?',
  });
  saveDetails(world.as(grace), id, trialDetails(call));
  for (const question of call.questions) {
    saveAnswer(world.as(grace), id, question.id, trialAnswer(question, `She says: ${question.label}`));
  }
  return { world, call, grace, amina, own, id };
}

/** What was written down became Amina's, and she has given it to Bo. */
async function givenToBo(hasDraft: boolean) {
  const at = desk({ hasDraft });
  const { world, amina, own, id } = at;
  if (own !== null) {
    await withdrawApplication(world.as(amina), own);
    expect(takeOverEntry(world.as(amina), id).ok).toBe(true);
  }
  const bo = world.person('Bo');
  inTeam(world, amina, id, bo, 'sign');
  expect(askToTakeOver(world.as(amina), id, bo).ok).toBe(true);
  expect(answerHandover(world.as(bo), id, true).ok).toBe(true);
  return { ...at, bo };
}

describe.each([false, true])('what was written down and given away since (beside a draft: %s)', (hasDraft) => {
  it('waits no longer for whoever its letter went to, in the team or out of it', async () => {
    const { world, amina, bo, id } = await givenToBo(hasDraft);
    const press = async () =>
      (await answerOf(() => confirmAction(asked(world, amina, { applicationId: id }, {})))).status;
    for (const role of ['edit', null]) {
      expect(myRoleIn(world.as(amina), id)).toBe(role);
      expect(entryWaiting(world.as(amina), id)).toBeNull();
      expect(takeOverEntry(world.as(amina), id)).toEqual(refusal('code-unknown'));
      expect(await press()).toBe(404);
      expect(myRoleIn(world.as(bo), id)).toBe('owner');
      endMembership(world.as(bo), id, amina);
    }
  });

  it('stays with whom it was given to when whoever wrote it down sends it', async () => {
    const { world, grace, bo, id } = await givenToBo(hasDraft);
    const yes = (who: Id) => confirmEntry(world.as(who), id, entryForMe(world.as(who), id)?.savedAt ?? 0);
    expect(yes(bo).ok).toBe(true);
    expect(submitApplication(world.as(grace), id).ok).toBe(true);
    expect(myRoleIn(world.as(bo), id)).toBe('owner');
  });
});
