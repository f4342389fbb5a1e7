import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import { call, callCriterion, callPublication, callQuestion, scoreAnchor } from '#db/schema/call.ts';
import { testWorld } from '#test/world/test-world.ts';
import { draftCall, openCall, trialDraft } from '#test/world/trial-call.ts';
import { createCall } from './commands/create-call.server.ts';
import { editCall } from './commands/edit-call.server.ts';
import { publishCall } from './commands/publish-call.server.ts';
import { setCriteria } from './commands/set-criteria.server.ts';
import { setQuestions } from './commands/set-questions.server.ts';
import { callById, callForManager, publicationOfCall } from './queries/call-facts.server.ts';
import { PLAIN_QUESTION } from './rules/questions.ts';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  return { world, partnerId, grace: staff.Grace ?? '', finn: staff.Finn ?? '', otto: other.staff.Otto ?? '' };
}

const question = {
  ...PLAIN_QUESTION,
  label: 'What?',
  guidance: '',
  wordsMax: 100,
  required: true,
  byVideo: true,
};

describe('publishing a call', () => {
  it('keeps the text applicants are told, with its hash', () => {
    const { world, partnerId, grace } = office();
    const draft = draftCall(world, grace, partnerId);
    const published = publishCall(world.as(grace), draft.id);
    const kept = publicationOfCall(world.as(null), draft.id);
    expect(published).toEqual({ ok: true, value: { factsHash: kept?.factsHash } });
    expect(sha256Hex(kept?.facts ?? '')).toBe(kept?.factsHash);
    expect(JSON.parse(kept?.facts ?? '')).toMatchObject({ partner: 'common-ground', title: 'Ideas for our street' });
    expect(callById(world.as(null), draft.id)).toMatchObject({ state: 'published', publishedAt: world.now() });
  });

  it('refuses a second time, and every change after it', () => {
    const { world, partnerId, grace } = office();
    const { id } = openCall(world, grace, partnerId);
    const published = { ok: false, reason: 'published' };
    expect(publishCall(world.as(grace), id)).toEqual(published);
    expect(editCall(world.as(grace), id, trialDraft(world, partnerId))).toEqual(published);
    expect(setQuestions(world.as(grace), id, [question])).toEqual(published);
    expect(setCriteria(world.as(grace), id, [])).toEqual(published);
  });

  it('waits for the warnings to be ticked when the awards are worth more than the pot', () => {
    const { world, partnerId, grace } = office();
    const draft = draftCall(world, grace, partnerId, { awardsPlanned: 31 });
    expect(publishCall(world.as(grace), draft.id)).toEqual({ ok: false, reason: 'warnings-not-ticked' });
    expect(publishCall(world.as(grace), draft.id, ['form-is-long'])).toEqual({
      ok: false,
      reason: 'warnings-not-ticked',
    });
    expect(publishCall(world.as(grace), draft.id, ['awards-over-pot']).ok).toBe(true);
  });

  it('says the first thing that is missing and leaves the draft a draft', () => {
    const { world, partnerId, grace } = office();
    const draft = draftCall(world, grace, partnerId, { summary: ' ' });
    expect(publishCall(world.as(grace), draft.id)).toEqual({ ok: false, reason: 'summary-missing' });
    editCall(world.as(grace), draft.id, trialDraft(world, partnerId));
    setQuestions(world.as(grace), draft.id, []);
    expect(publishCall(world.as(grace), draft.id)).toEqual({ ok: false, reason: 'questions-missing' });
    expect(callById(world.as(null), draft.id)?.state).toBe('draft');
    expect(publicationOfCall(world.as(null), draft.id)).toBeNull();
  });
});

describe('a published call in the database', () => {
  it('refuses to be changed, added to, emptied or deleted by any statement', () => {
    const { world, partnerId, grace } = office();
    const other = draftCall(world, grace, partnerId, { slug: 'another', title: 'Another' });
    const { id, questions, criteria } = openCall(world, grace, partnerId);
    const questionId = questions[0]?.id ?? '';
    const criterionId = criteria[0]?.id ?? '';
    const { db } = world;
    const statements: (() => unknown)[] = [
      () => db.update(call).set({ title: 'Other' }).where(eq(call.id, id)).run(),
      () => db.update(call).set({ closesAt: world.now() }).where(eq(call.id, id)).run(),
      () => db.update(call).set({ state: 'draft', publishedAt: null }).where(eq(call.id, id)).run(),
      () => db.delete(call).where(eq(call.id, id)).run(),
      () =>
        db
          .insert(callQuestion)
          .values({ ...question, id: 'q', callId: id, position: 9 })
          .run(),
      () => db.update(callQuestion).set({ label: 'Other' }).where(eq(callQuestion.id, questionId)).run(),
      () => db.update(callQuestion).set({ callId: id, position: 9 }).where(eq(callQuestion.callId, other.id)).run(),
      () => db.delete(callQuestion).where(eq(callQuestion.id, questionId)).run(),
      () =>
        db
          .insert(callCriterion)
          .values({ id: 'c', callId: id, position: 9, name: 'N', question: 'Q', weightPercent: 1 })
          .run(),
      () => db.update(callCriterion).set({ weightPercent: 1 }).where(eq(callCriterion.id, criterionId)).run(),
      () =>
        db.update(callCriterion).set({ callId: other.id, position: 9 }).where(eq(callCriterion.id, criterionId)).run(),
      () => db.delete(callCriterion).where(eq(callCriterion.id, criterionId)).run(),
      () => db.insert(scoreAnchor).values({ criterionId, score: 6, words: 'More' }).run(),
      () => db.update(scoreAnchor).set({ words: 'Other' }).where(eq(scoreAnchor.criterionId, criterionId)).run(),
      () => db.delete(scoreAnchor).where(eq(scoreAnchor.criterionId, criterionId)).run(),
      () => db.$client.prepare('replace into call_question select * from call_question where id = ?').run(questionId),
      () => db.update(callPublication).set({ facts: '' }).where(eq(callPublication.callId, id)).run(),
      () => db.delete(callPublication).where(eq(callPublication.callId, id)).run(),
    ];
    const before = callById(world.as(null), id);
    for (const statement of statements) expect(statement, String(statement)).toThrow(/frozen|never rewritten/);
    expect(callById(world.as(null), id)).toEqual(before);
  });

  it('cannot begin published, nor be published without its text', () => {
    const { world, partnerId, grace } = office();
    const draft = draftCall(world, grace, partnerId);
    const row = world.db.select().from(call).where(eq(call.id, draft.id)).get();
    const published = { state: 'published' as const, publishedAt: world.now() };
    expect(() =>
      world.db
        .insert(call)
        .values({ ...row, ...published, id: 'x', slug: 'x' } as typeof call.$inferInsert)
        .run(),
    ).toThrow();
    expect(() => world.db.update(call).set(published).where(eq(call.id, draft.id)).run()).toThrow();
  });
});

describe('who may write a call', () => {
  it('is a manager of its own partner, and nobody else learns that it exists', () => {
    const { world, partnerId, grace, finn, otto } = office();
    const notFound = { ok: false, reason: 'not-found' };
    const draft = draftCall(world, grace, partnerId);
    for (const someone of [otto, finn, world.person('Amina'), null]) {
      const context = world.as(someone);
      expect(createCall(context, trialDraft(world, partnerId))).toEqual(notFound);
      expect(editCall(context, draft.id, trialDraft(world, partnerId))).toEqual(notFound);
      expect(setQuestions(context, draft.id, [])).toEqual(notFound);
      expect(setCriteria(context, draft.id, [])).toEqual(notFound);
      expect(publishCall(context, draft.id)).toEqual(notFound);
      expect(callForManager(context, draft.id)).toBeNull();
    }
    expect(callForManager(world.as(grace), draft.id)?.id).toBe(draft.id);
    expect(callForManager(world.as(grace), 'nothing')).toBeNull();
  });
});

describe('writing a call', () => {
  it('starts with the questions and criteria of its strand', () => {
    const { world, partnerId, grace } = office();
    const draft = draftCall(world, grace, partnerId);
    expect(draft.questions.map((asked) => asked.position)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(draft.criteria.map((criterion) => criterion.anchors.length)).toEqual([5, 5, 5, 5]);
  });

  it('refuses an address that another call has, and what could never be true', () => {
    const { world, partnerId, grace } = office();
    const draft = draftCall(world, grace, partnerId);
    const again = trialDraft(world, partnerId);
    expect(createCall(world.as(grace), again)).toEqual({ ok: false, reason: 'slug-taken' });
    expect(editCall(world.as(grace), draft.id, again)).toEqual({ ok: true, value: 'edited' });
    expect(editCall(world.as(grace), draft.id, { ...again, closesAt: again.opensAt })).toEqual({
      ok: false,
      reason: 'closes-before-opens',
    });
  });

  it('shows no question as answerable by video when the call takes none', () => {
    const { world, partnerId, grace } = office();
    const draft = draftCall(world, grace, partnerId, { videoAllowed: false });
    expect(draft.questions.some((asked) => asked.byVideo)).toBe(false);
  });
});
