import { describe, expect, it } from 'vitest';
import { callRemovedQuestion } from '#db/schema/call.ts';
import { testWorld } from '#test/world/test-world.ts';
import { draftCall } from '#test/world/trial-call.ts';
import { moveQuestion } from './commands/move-question.server.ts';
import { publishCall } from './commands/publish-call.server.ts';
import { putBackQuestion } from './commands/put-back-question.server.ts';
import { removeQuestion } from './commands/remove-question.server.ts';
import { setQuestions } from './commands/set-questions.server.ts';
import { callById } from './queries/call-facts.server.ts';
import { removedQuestion } from './queries/removed-question.server.ts';
import { brokenConditions } from './rules/conditions.ts';
import { PLAIN_QUESTION, QUESTIONS_MAX } from './rules/questions.ts';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  const grace = staff.Grace ?? '';
  const draft = draftCall(world, grace, partnerId);
  const desk = world.as(grace);
  const questions = () => callById(desk, draft.id)?.questions ?? [];
  return { world, desk, draft, questions, finn: staff.Finn ?? '', otto: other.staff.Otto ?? '' };
}

describe('a question that Grace removes from her draft', () => {
  it('can be put back whole, in its place, once', () => {
    const { desk, draft, questions } = office();
    const before = questions();
    const third = before[2]?.id ?? '';
    expect(removeQuestion(desk, draft.id, third).ok).toBe(true);
    expect(questions()).toHaveLength(before.length - 1);
    expect(removedQuestion(desk, draft.id)).toEqual({ id: third, label: before[2]?.label });
    expect(putBackQuestion(desk, draft.id, third)).toEqual({ ok: true, value: 'put-back' });
    expect(questions()).toEqual(before);
    expect(removedQuestion(desk, draft.id)).toBeNull();
    expect(putBackQuestion(desk, draft.id, third)).toEqual({ ok: false, reason: 'not-found' });
    expect(questions()).toEqual(before);
  });

  it('gives way to the next one: a button that names the first puts back neither', () => {
    const { desk, draft, questions } = office();
    const [first, second] = questions().map(({ id }) => id);
    removeQuestion(desk, draft.id, first ?? '');
    removeQuestion(desk, draft.id, second ?? '');
    expect(putBackQuestion(desk, draft.id, first ?? '')).toEqual({ ok: false, reason: 'not-found' });
    expect(putBackQuestion(desk, draft.id, second ?? '').ok).toBe(true);
    expect(questions()[0]?.id).toBe(second);
  });

  it('keeps the condition of a later one that depended on it', () => {
    const { desk, draft, questions } = office();
    const plain = { ...PLAIN_QUESTION, guidance: '', wordsMax: 0, required: true };
    setQuestions(desk, draft.id, [
      { ...plain, key: 'hall', kind: 'choice', label: 'Do you need a hall?', options: ['Yes', 'No'] },
      {
        ...plain,
        kind: 'line',
        label: 'Which one?',
        wordsMax: 20,
        onlyIf: { questionId: 'hall', anyOf: ['Yes'] },
      },
    ]);
    const before = questions();
    const hall = before[0]?.id ?? '';
    removeQuestion(desk, draft.id, hall);
    expect(brokenConditions(questions())).toHaveLength(1);
    putBackQuestion(desk, draft.id, hall);
    expect(questions()).toEqual(before);
    expect(brokenConditions(questions())).toEqual([]);
  });

  it('comes back while the others were moved, and not into a list that is full', () => {
    const { desk, draft, questions } = office();
    const [first, , third] = questions().map(({ id }) => id);
    removeQuestion(desk, draft.id, first ?? '');
    moveQuestion(desk, draft.id, third ?? '', 'up');
    expect(putBackQuestion(desk, draft.id, first ?? '').ok).toBe(true);
    expect(questions()[0]?.id).toBe(first);
    removeQuestion(desk, draft.id, first ?? '');
    const question = { ...PLAIN_QUESTION, label: 'What?', guidance: '', wordsMax: 10, required: true };
    setQuestions(
      desk,
      draft.id,
      Array.from({ length: QUESTIONS_MAX }, () => question),
    );
    expect(putBackQuestion(desk, draft.id, first ?? '')).toEqual({ ok: false, reason: 'too-many-questions' });
    expect(questions()).toHaveLength(QUESTIONS_MAX);
  });

  it('is nothing to the finance desk or another partner, and is forgotten when the call is published', () => {
    const { world, desk, draft, questions, finn, otto } = office();
    const last = questions().at(-1)?.id ?? '';
    removeQuestion(desk, draft.id, last);
    for (const other of [finn, otto, null]) {
      expect(putBackQuestion(world.as(other), draft.id, last)).toEqual({ ok: false, reason: 'not-found' });
      expect(removedQuestion(world.as(other), draft.id)).toBeNull();
    }
    expect(publishCall(desk, draft.id).ok).toBe(true);
    expect(world.db.select().from(callRemovedQuestion).all()).toEqual([]);
    expect(putBackQuestion(desk, draft.id, last)).toEqual({ ok: false, reason: 'published' });
  });
});
