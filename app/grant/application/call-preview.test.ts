import { describe, expect, it } from 'vitest';
import { application } from '#db/schema/application.ts';
import { testWorld } from '#test/world/test-world.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { beginChange } from '../call/commands/begin-change.server.ts';
import { saveQuestion } from '../call/commands/save-question.server.ts';
import { setQuestions } from '../call/commands/set-questions.server.ts';
import { PLAIN_QUESTION } from '../call/rules/questions.ts';
import { startApplication } from './commands/start-application.server.ts';
import { callPreview } from './queries/call-preview.server.ts';
import { myApplication } from './queries/my-application.server.ts';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  return { world, partnerId, grace: staff.Grace ?? '', finn: staff.Finn ?? '', otto: other.staff.Otto ?? '' };
}

const plain = { ...PLAIN_QUESTION, guidance: '', wordsMax: 0, required: true };

describe('walking through the form of a call', () => {
  it('shows each question as Amina meets it when she has just begun', () => {
    const { world, partnerId, grace } = office();
    const call = openCall(world, grace, partnerId);
    const amina = world.person('Amina');
    const begun = startApplication(world.as(amina), call.id);
    const mine = begun.ok ? myApplication(world.as(amina), begun.value.applicationId) : null;
    const preview = callPreview(world.as(grace), call.id);
    expect(preview?.questions.map(({ onlyIf: _, ...question }) => question)).toEqual(mine?.questions);
    expect(preview?.detailsProgress).toBe(mine?.detailsProgress);
    expect(preview?.terms).toEqual(mine?.terms);
  });

  it('shows a question with a condition, and what has to be chosen for it', () => {
    const { world, partnerId, grace } = office();
    const call = draftCall(world, grace, partnerId);
    setQuestions(world.as(grace), call.id, [
      { ...plain, key: 'hall', kind: 'choice', label: 'Do you need a hall?', options: ['Yes', 'No'] },
      { ...plain, kind: 'line', label: 'Which one?', wordsMax: 20, onlyIf: { questionId: 'hall', anyOf: ['Yes'] } },
    ]);
    expect(callPreview(world.as(grace), call.id)?.questions).toMatchObject([
      { label: 'Do you need a hall?', onlyIf: null, progress: 'empty' },
      { label: 'Which one?', onlyIf: { label: 'Do you need a hall?', options: ['Yes'] }, progress: 'empty' },
    ]);
  });

  it('shows a change before it is published, to managers of the partner alone, and begins no application', () => {
    const { world, partnerId, grace, finn, otto } = office();
    const call = openCall(world, grace, partnerId);
    const change = beginChange(world.as(grace), call.id);
    const draftId = change.ok ? change.value.draftId : '';
    const question = { ...plain, kind: 'line', label: 'Who helps you?', wordsMax: 20, required: false } as const;
    expect(saveQuestion(world.as(grace), draftId, null, question).ok).toBe(true);
    expect(callPreview(world.as(grace), draftId)?.changeOf).toBe(call.id);
    expect(callPreview(world.as(grace), draftId)?.questions.at(-1)).toMatchObject({ label: 'Who helps you?' });
    expect(callPreview(world.as(grace), call.id)?.questions).toHaveLength(call.questions.length);
    for (const other of [finn, otto, world.person('Amina'), null]) {
      expect(callPreview(world.as(other), draftId)).toBeNull();
      expect(callPreview(world.as(other), call.id)).toBeNull();
    }
    expect(world.db.select().from(application).all()).toEqual([]);
  });
});
