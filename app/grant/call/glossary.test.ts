import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { callCheckItem, callTerm } from '#db/schema/call.ts';
import { testWorld } from '#test/world/test-world.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { moveTerm } from './commands/move-term.server.ts';
import { publishCall } from './commands/publish-call.server.ts';
import { removeTerm } from './commands/remove-term.server.ts';
import { saveTerm } from './commands/save-term.server.ts';
import { setCheckItems } from './commands/set-check-items.server.ts';
import { setTerms } from './commands/set-terms.server.ts';
import { callById, publicationOfCall } from './queries/call-facts.server.ts';
import { TERMS_MAX } from './rules/terms.ts';

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  const grace = world.as(staff.Grace ?? '');
  const draft = draftCall(world, staff.Grace ?? '', partnerId);
  const termsNow = () => callById(grace, draft.id)?.terms ?? [];
  const namesNow = () => termsNow().map(({ term }) => term);
  return { world, partnerId, grace, finn: staff.Finn ?? '', otto: other.staff.Otto ?? '', draft, termsNow, namesNow };
}

const HALL = { term: 'hall', meaning: 'A large room that you can hire.' };

describe('agreeing on words', () => {
  it('starts with what the words of the strand usually mean', () => {
    expect(office().namesNow()).toEqual(['migrant', 'group', 'social innovation']);
  });

  it('adds at the end, changes in place, moves and removes', () => {
    const { grace, draft, namesNow, termsNow } = office();
    expect(saveTerm(grace, draft.id, null, HALL).ok).toBe(true);
    expect(namesNow()).toEqual(['migrant', 'group', 'social innovation', 'hall']);
    const group = termsNow()[1]?.id ?? '';
    expect(saveTerm(grace, draft.id, group, { term: 'Group', meaning: 'Three people.' }).ok).toBe(true);
    expect(moveTerm(grace, draft.id, group, 'up').ok).toBe(true);
    expect(removeTerm(grace, draft.id, termsNow()[1]?.id ?? '').ok).toBe(true);
    expect(namesNow()).toEqual(['Group', 'social innovation', 'hall']);
    expect(termsNow().map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(termsNow()[0]).toMatchObject({ id: group, meaning: 'Three people.' });
  });

  it('refuses a word that is explained already, and the word after the twentieth', () => {
    const { grace, draft, termsNow } = office();
    expect(saveTerm(grace, draft.id, null, { ...HALL, term: ' MIGRANT' })).toEqual({ ok: false, reason: 'term-twice' });
    expect(saveTerm(grace, draft.id, null, { ...HALL, meaning: ' ' })).toEqual({ ok: false, reason: 'meaning-empty' });
    const many = (count: number) => Array.from({ length: count }, (_, n) => ({ ...HALL, term: `hall ${n}` }));
    expect(setTerms(grace, draft.id, many(TERMS_MAX + 1))).toEqual({ ok: false, reason: 'too-many-terms' });
    expect(setTerms(grace, draft.id, [HALL, HALL])).toEqual({ ok: false, reason: 'term-twice' });
    expect(setTerms(grace, draft.id, many(TERMS_MAX)).ok).toBe(true);
    expect(saveTerm(grace, draft.id, null, HALL)).toEqual({ ok: false, reason: 'too-many-terms' });
    expect(saveTerm(grace, draft.id, termsNow()[0]?.id ?? '', HALL).ok).toBe(true);
  });

  it('is for managers of the partner, and for nobody else', () => {
    const { world, draft, finn, otto, termsNow } = office();
    const id = termsNow()[0]?.id ?? '';
    const notFound = { ok: false, reason: 'not-found' };
    for (const who of [finn, otto, world.person('Amina'), null]) {
      const context = world.as(who);
      expect(saveTerm(context, draft.id, null, HALL)).toEqual(notFound);
      expect(moveTerm(context, draft.id, id, 'up')).toEqual(notFound);
      expect(removeTerm(context, draft.id, id)).toEqual(notFound);
      expect(setTerms(context, draft.id, [])).toEqual(notFound);
    }
  });

  it('is over once the call is published, for every command and every statement', () => {
    const { world, grace, partnerId, draft, termsNow } = office();
    const other = draftCall(world, grace.actor?.personId ?? '', partnerId, { slug: 'other', title: 'Other' });
    const item = { statement: 'Here.', route: 'partner', advice: 'Call Rosa.', link: '', otherSlug: null } as const;
    expect(setCheckItems(grace, draft.id, [item]).ok).toBe(true);
    expect(publishCall(grace, draft.id).ok).toBe(true);
    const before = callById(grace, draft.id);
    const id = termsNow()[0]?.id ?? '';
    const itemId = before?.checkItems[0]?.id ?? '';
    const published = { ok: false, reason: 'published' };
    expect(saveTerm(grace, draft.id, id, HALL)).toEqual(published);
    expect(moveTerm(grace, draft.id, id, 'down')).toEqual(published);
    expect(removeTerm(grace, draft.id, id)).toEqual(published);
    expect(setTerms(grace, draft.id, [])).toEqual(published);
    const { db } = world;
    const statements: (() => unknown)[] = [
      () =>
        db
          .insert(callTerm)
          .values({ ...HALL, id: 't', callId: draft.id, position: 9 })
          .run(),
      () => db.update(callTerm).set({ meaning: 'Other' }).where(eq(callTerm.id, id)).run(),
      () => db.update(callTerm).set({ callId: draft.id, position: 9 }).where(eq(callTerm.callId, other.id)).run(),
      () => db.update(callTerm).set({ callId: other.id, position: 9 }).where(eq(callTerm.id, id)).run(),
      () => db.delete(callTerm).where(eq(callTerm.id, id)).run(),
      () =>
        db
          .insert(callCheckItem)
          .values({ ...item, id: 'i', callId: draft.id, position: 8 })
          .run(),
      () => db.update(callCheckItem).set({ advice: 'Other' }).where(eq(callCheckItem.id, itemId)).run(),
      () => db.update(callCheckItem).set({ callId: other.id }).where(eq(callCheckItem.id, itemId)).run(),
      () => db.delete(callCheckItem).where(eq(callCheckItem.id, itemId)).run(),
    ];
    for (const statement of statements) expect(statement, String(statement)).toThrow(/frozen/);
    expect(callById(grace, draft.id)).toEqual(before);
  });

  it('tells them in the frozen text', () => {
    const { world, partnerId, grace } = office();
    const call = openCall(world, grace.actor?.personId ?? '', partnerId, { slug: 'frozen' });
    const told = JSON.parse(publicationOfCall(grace, call.id as Id)?.facts ?? '');
    expect(told.terms.map(({ term }: { term: string }) => term)).toEqual(['migrant', 'group', 'social innovation']);
  });
});
