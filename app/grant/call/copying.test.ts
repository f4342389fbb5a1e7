import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { readLocalTime } from '#app/ui/local-time.ts';
import { START, type TestWorld, testWorld } from '#test/world/test-world.ts';
import { draftCall, openCall, trialDraft } from '#test/world/trial-call.ts';
import { copyCall } from './commands/copy-call.server.ts';
import { setCheckItems } from './commands/set-check-items.server.ts';
import { setQuestions } from './commands/set-questions.server.ts';
import { setTerms } from './commands/set-terms.server.ts';
import { type CallFacts, callById } from './queries/call-facts.server.ts';
import { loader } from './routes/staff-new-call.tsx';
import { PLAIN_QUESTION } from './rules/questions.ts';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  return { world, partnerId, grace: staff.Grace ?? '', finn: staff.Finn ?? '', otto: other.staff.Otto ?? '' };
}

const plain = { ...PLAIN_QUESTION, guidance: '', wordsMax: 0, required: true };
const OWN_QUESTIONS = [
  { ...plain, key: 'hall', kind: 'choice', label: 'Do you need a hall?', options: ['Yes', 'No'] },
  {
    ...plain,
    key: 'which',
    kind: 'line',
    label: 'Which one?',
    wordsMax: 20,
    onlyIf: { questionId: 'hall', anyOf: ['Yes'] },
  },
] as const;

/** What a copy has in common with its source: everything but ids. */
function partsOf(call: CallFacts) {
  const placeOf = (id: Id) => call.questions.findIndex((question) => question.id === id);
  return {
    questions: call.questions.map(({ id: _, onlyIf, ...question }) => ({
      ...question,
      onlyIf: onlyIf === null ? null : { place: placeOf(onlyIf.questionId), anyOf: onlyIf.anyOf },
    })),
    criteria: call.criteria.map(({ id: _, ...criterion }) => criterion),
    terms: call.terms.map(({ id: _, ...term }) => term),
    checkItems: call.checkItems.map(({ id: _, ...item }) => item),
  };
}

function copied(world: TestWorld, manager: Id, sourceId: Id, partnerId: Id) {
  const facts = trialDraft(world, partnerId, { title: 'The second round', slug: 'second-round' });
  const outcome = copyCall(world.as(manager), sourceId, facts);
  return outcome.ok ? callById(world.as(manager), outcome.value.callId) : null;
}

describe('copying a call', () => {
  it('takes everything over under new ids, and its conditions ask about its own questions', () => {
    const { world, partnerId, grace } = office();
    const other = openCall(world, grace, partnerId, { slug: 'start-ups' });
    const { id } = draftCall(world, grace, partnerId);
    setQuestions(world.as(grace), id, OWN_QUESTIONS);
    setTerms(world.as(grace), id, [{ term: 'hall', meaning: 'A large room.' }]);
    setCheckItems(world.as(grace), id, [
      { statement: 'We live here.', route: 'another-call', advice: '', link: '', otherSlug: other.slug },
    ]);
    const source = callById(world.as(grace), id);
    const copy = copied(world, grace, id, partnerId);
    expect(copy).toMatchObject({ state: 'draft', partnerId, title: 'The second round', publishedAt: null });
    if (source === null || copy === null) throw new Error('both are there');
    expect(partsOf(copy)).toEqual(partsOf(source));
    expect(partsOf(copy).questions[1]?.onlyIf).toEqual({ place: 0, anyOf: ['Yes'] });
    const ids = [copy, source].flatMap(({ questions, criteria, terms, checkItems }) =>
      [questions, criteria, terms, checkItems].flat().map((entry) => entry.id),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(callById(world.as(grace), id)).toEqual(source);
  });

  it('makes a draft of a published call', () => {
    const { world, partnerId, grace } = office();
    const source = openCall(world, grace, partnerId);
    const copy = copied(world, grace, source.id, partnerId);
    expect(copy?.state).toBe('draft');
    expect(copy?.criteria.map(({ anchors }) => anchors.length)).toEqual([5, 5, 5, 5]);
  });

  it('is for managers of its partner, whatever partner the copy would have', () => {
    const { world, partnerId, grace, finn, otto } = office();
    const source = draftCall(world, grace, partnerId);
    for (const who of [finn, otto, world.person('Amina')]) {
      expect(copyCall(world.as(who), source.id, trialDraft(world, partnerId, { slug: 'mine' }))).toEqual({
        ok: false,
        reason: 'not-found',
      });
    }
    expect(copyCall(world.as(null), source.id, trialDraft(world, partnerId))).toEqual({
      ok: false,
      reason: 'not-found',
    });
  });

  it('refuses an address that is taken and facts that could never be true', () => {
    const { world, partnerId, grace } = office();
    const source = draftCall(world, grace, partnerId);
    const again = trialDraft(world, partnerId);
    expect(copyCall(world.as(grace), source.id, again)).toEqual({ ok: false, reason: 'slug-taken' });
    expect(copyCall(world.as(grace), source.id, { ...again, slug: 'new', title: '' })).toEqual({
      ok: false,
      reason: 'title-empty',
    });
  });
});

describe('the page of a new call', () => {
  const asked = (world: TestWorld, who: Id, query = '') =>
    ({
      request: new Request(`http://localhost/staff/calls/new${query}`),
      params: {},
      context: { portal: world.as(who), sessions: createSessions(world) },
    }) as unknown as LoaderFunctionArgs & ActionFunctionArgs;

  it('shows an earlier call with its days moved to the same weekday and hour of a coming week', () => {
    const { world, partnerId, grace } = office();
    const opensAt = START + DAY;
    const source = openCall(world, grace, partnerId, { opensAt, closesAt: opensAt + 30 * DAY, language: 'ar' });
    world.moveTo(opensAt + 100 * DAY);
    const page = loader(asked(world, grace, `?from=${source.id}`));
    expect(page.values).toMatchObject({ language: 'ar', title: '', slug: '', potMinor: '90,000' });
    // Opened on Tuesday 3 March at noon in winter time; a hundred days later it is summer and Thursday.
    expect(page.values).toMatchObject({ opensAt: '2026-06-16T12:00', closesAt: '2026-07-16T13:00' });
    const values = page.values as { opensAt: string };
    const opens = readLocalTime(values.opensAt, source.timeZone);
    expect(opens.ok && opens.value > world.now()).toBe(true);
    expect(page.source).toEqual({ id: source.id, title: source.title, partnerId });
    expect(page.earlier.map(({ id }) => id)).toEqual([source.id]);
  });

  it('starts empty without one, and is not found with a call of somebody else', () => {
    const { world, partnerId, grace, otto } = office();
    const source = draftCall(world, grace, partnerId);
    expect(loader(asked(world, grace)).source).toBeNull();
    expect(loader(asked(world, otto)).earlier).toEqual([]);
    expect(() => loader(asked(world, otto, `?from=${source.id}`))).toThrow();
  });
});
