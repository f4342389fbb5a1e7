import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { testWorld } from '#test/world/test-world.ts';
import { trialAnswer, trialDetails, writtenDraft } from '#test/world/trial-application.ts';
import { openCall } from '#test/world/trial-call.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { beginChange } from '../call/commands/begin-change.server.ts';
import { setTerms } from '../call/commands/set-terms.server.ts';
import { answerHandover } from './commands/answer-handover.server.ts';
import { takeOverEntry } from './commands/claim-entry.server.ts';
import { confirmEntry } from './commands/confirm-entry.server.ts';
import { endMembership } from './commands/end-membership.server.ts';
import { enterForSomebody } from './commands/enter-for-somebody.server.ts';
import { askToTakeOver } from './commands/hand-over.server.ts';
import { publishCallChange } from './commands/publish-call-change.server.ts';
import { remindOfDrafts } from './commands/remind-of-drafts.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveDetails } from './commands/save-details.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { takeBackEntry } from './commands/take-back-entry.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { callChange } from './queries/call-change.server.ts';
import { entryForMe } from './queries/staff-entries.server.ts';
import { myRoleIn } from './queries/team.server.ts';
import { entriesWaiting, entryWaiting } from './queries/waiting-entries.server.ts';
import { loader as applicationPage } from './routes/application.tsx';
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

describe('what was written down beside a draft of her own', () => {
  it('stands in her list until she takes it, and in nobody else’s', async () => {
    const { world, call, grace, amina, own, id } = desk({ hasDraft: true });
    const listed = (who: Id) => entriesWaiting(world.as(who));
    const { title, language } = call;
    expect(listed(amina)).toMatchObject([{ applicationId: id, call: { title, language }, staffName: 'Grace' }]);
    for (const who of [grace, world.person('Bo')]) expect(listed(who)).toEqual([]);
    await withdrawApplication(world.as(amina), own ?? '');
    expect(listed(amina)).toHaveLength(1);
    expect(takeOverEntry(world.as(amina), id).ok).toBe(true);
    expect(listed(amina)).toEqual([]);
  });

  it('is not listed once it was taken back, nor where nothing waits', async () => {
    const back = desk({ hasDraft: true });
    expect((await takeBackEntry(back.world.as(back.grace), back.id, 'She rang again.')).ok).toBe(true);
    expect(entriesWaiting(back.world.as(back.amina))).toEqual([]);
    const hers = desk({ hasDraft: false });
    expect(entriesWaiting(hers.world.as(hers.amina))).toEqual([]);
  });

  it('is found where its letters lead, by her alone', async () => {
    const { world, amina, id } = desk({ hasDraft: true });
    const open = (who: Id) => answerOf(() => applicationPage(asked(world, who, { applicationId: id })));
    expect(await open(amina)).toMatchObject({ status: 302, to: `/apply/${id}/confirm` });
    expect((await open(world.person('Bo'))).status).toBe(404);
  });

  it.each([false, true])('is in the same letters to her as without one (draft: %s)', async (hasDraft) => {
    const { world, call, grace, own, id } = desk({ hasDraft });
    const letters = async () => {
      const before = world.db.select().from(message).all().length;
      for (let round = 0; round < 3; round += 1) await keepPromises(() => world.as(null), keepers);
      const all = world.db.select().from(message).all().slice(before);
      const about = all.filter(({ text }) => text.includes(`/apply/${id}`));
      expect(all.filter(({ recipient }) => recipient.endsWith('.invalid'))).toEqual([]);
      expect(all.filter(({ text }) => text.includes(`/apply/${own}`)).length > 0).toBe(hasDraft);
      return about.map(({ recipient, subject }) => `${recipient}: ${subject}`).toSorted();
    };
    for (let round = 0; round < 3; round += 1) await keepPromises(() => world.as(null), keepers);
    const begun = beginChange(world.as(grace), call.id);
    setTerms(world.as(grace), begun.ok ? begun.value.draftId : '', [{ term: 'street', meaning: 'Where we live.' }]);
    world.pass(1);
    const seen = callChange(world.as(grace), call.id)?.factsHash ?? '';
    expect(publishCallChange(world.as(grace), call.id, { reason: 'It was not clear.', seen }).ok).toBe(true);
    expect(await letters()).toEqual([
      expect.stringMatching(/^amina@people.example: /),
      expect.stringMatching(/^grace@people.example: /),
    ]);
    world.moveTo(call.closesAt - 7 * DAY);
    expect(remindOfDrafts(world.as(null)).promised).toBe(hasDraft ? 2 : 1);
    expect(await letters()).toContainEqual(expect.stringMatching(/^amina@people.example: Not sent yet/));
  });
});
