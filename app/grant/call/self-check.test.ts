import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { HOUR } from '#app/kernel/instant.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { callCheckCount } from '#db/schema/call.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import { answerSelfCheck, COUNTED_AN_HOUR_MAX } from './commands/answer-self-check.server.ts';
import { moveCheckItem } from './commands/move-check-item.server.ts';
import { publishCall } from './commands/publish-call.server.ts';
import { removeCheckItem } from './commands/remove-check-item.server.ts';
import { saveCheckItem } from './commands/save-check-item.server.ts';
import { setCheckItems } from './commands/set-check-items.server.ts';
import { callOnDesk } from './queries/call-desk.server.ts';
import { callById } from './queries/call-facts.server.ts';
import { action, loader } from './routes/call-check.tsx';
import { CHECK_ITEMS_MAX, type CheckItemDraft } from './rules/self-check.ts';

const HERE: CheckItemDraft = {
  statement: 'Our idea happens in Coventry.',
  route: 'partner',
  advice: 'The Hub helps groups in Leicester. Call Rosa.',
  link: 'https://hub.example/groups',
  otherSlug: null,
};
const ACCOUNT: CheckItemDraft = { ...HERE, statement: 'We can hold money.', route: 'fiscal-host', link: '' };

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  const grace = world.as(staff.Grace ?? '');
  const draft = draftCall(world, staff.Grace ?? '', partnerId);
  const saidNow = () => (callById(grace, draft.id)?.checkItems ?? []).map(({ statement }) => statement);
  return { world, partnerId, grace, finn: staff.Finn ?? '', otto: other.staff.Otto ?? '', draft, saidNow };
}

/** An open call with two sentences. */
function checked() {
  const all = office();
  setCheckItems(all.grace, all.draft.id, [HERE, ACCOUNT]);
  publishCall(all.grace, all.draft.id);
  all.world.moveTo(all.draft.opensAt);
  const counts = () => callOnDesk(all.world.as(all.grace.actor?.personId ?? ''), all.draft.id)?.checkCounts;
  return { ...all, counts };
}

function asked(world: TestWorld, who: Id | null, slug: string, form?: Record<string, string>) {
  const request = new Request(
    `http://localhost/calls/${slug}/check`,
    form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) },
  );
  const context = { portal: world.as(who), sessions: createSessions(world) };
  return { request, params: { slug }, context } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
}

describe('writing the self-check', () => {
  it('adds, changes, moves and removes sentences', () => {
    const { grace, draft, saidNow } = office();
    expect(saidNow()).toEqual([]);
    const here = saveCheckItem(grace, draft.id, null, HERE);
    saveCheckItem(grace, draft.id, null, ACCOUNT);
    const itemId = here.ok ? here.value.itemId : '';
    saveCheckItem(grace, draft.id, itemId, { ...HERE, statement: 'We meet in Coventry.' });
    moveCheckItem(grace, draft.id, itemId, 'down');
    expect(saidNow()).toEqual(['We can hold money.', 'We meet in Coventry.']);
    removeCheckItem(grace, draft.id, itemId);
    expect(saidNow()).toEqual(['We can hold money.']);
  });

  it('leads only to a call that everybody can open', () => {
    const { world, grace, partnerId, draft } = office();
    const toCall = (otherSlug: string) =>
      saveCheckItem(grace, draft.id, null, { ...HERE, route: 'another-call', otherSlug });
    const missing = { ok: false, reason: 'other-call-missing' };
    expect(toCall('nothing')).toEqual(missing);
    draftCall(world, grace.actor?.personId ?? '', partnerId, { slug: 'hidden' });
    expect(toCall('hidden')).toEqual(missing);
    openCall(world, grace.actor?.personId ?? '', partnerId, { slug: 'start-ups' });
    expect(toCall('start-ups').ok).toBe(true);
  });

  it('takes eight sentences and not one more', () => {
    const { grace, draft } = office();
    const many = (count: number) => Array.from({ length: count }, () => HERE);
    expect(setCheckItems(grace, draft.id, many(CHECK_ITEMS_MAX + 1))).toEqual({ ok: false, reason: 'too-many-items' });
    expect(setCheckItems(grace, draft.id, many(CHECK_ITEMS_MAX)).ok).toBe(true);
    expect(saveCheckItem(grace, draft.id, null, HERE)).toEqual({ ok: false, reason: 'too-many-items' });
  });

  it('is for managers of the partner, and over once the call is published', () => {
    const { world, grace, draft, finn, otto } = office();
    const saved = saveCheckItem(grace, draft.id, null, HERE);
    const itemId = saved.ok ? saved.value.itemId : '';
    const refusedAs = (who: Id | null, reason: string) => {
      const context = world.as(who);
      for (const outcome of [
        saveCheckItem(context, draft.id, itemId, ACCOUNT),
        moveCheckItem(context, draft.id, itemId, 'up'),
        removeCheckItem(context, draft.id, itemId),
        setCheckItems(context, draft.id, []),
      ]) {
        expect(outcome).toEqual({ ok: false, reason });
      }
    };
    for (const who of [finn, otto, world.person('Amina'), null]) refusedAs(who, 'not-found');
    publishCall(grace, draft.id);
    refusedAs(grace.actor?.personId ?? '', 'published');
  });

  it('has to be meant when it sounds like asking for papers', () => {
    const { grace, draft } = office();
    setCheckItems(grace, draft.id, [{ ...HERE, statement: 'You have a visa.' }]);
    expect(publishCall(grace, draft.id)).toEqual({ ok: false, reason: 'warnings-not-ticked' });
    expect(publishCall(grace, draft.id, ['self-check-frightens']).ok).toBe(true);
  });
});

describe('answering the self-check', () => {
  it('adds one to a number, and writes down nothing else', () => {
    const { world, draft, counts } = checked();
    const visitor = world.as(null);
    expect(counts()).toEqual({ fits: 0, 'another-way': 0 });
    expect(answerSelfCheck(visitor, draft.slug, [true, true])).toMatchObject({ ok: true, value: { outcome: 'fits' } });
    answerSelfCheck(visitor, draft.slug, [true, true]);
    const not = answerSelfCheck(world.as(world.person('Amina')), draft.slug, [true, false]);
    expect(not).toMatchObject({
      ok: true,
      value: { outcome: 'another-way', missed: [{ statement: ACCOUNT.statement }] },
    });
    expect(counts()).toEqual({ fits: 2, 'another-way': 1 });
    expect(world.db.select().from(callCheckCount).all()).toEqual([
      { callId: draft.id, outcome: 'fits', count: 2 },
      { callId: draft.id, outcome: 'another-way', count: 1 },
    ]);
  });

  it('goes on answering when it no longer counts', () => {
    const { world, draft, counts } = checked();
    for (let time = 0; time <= COUNTED_AN_HOUR_MAX; time += 1) {
      expect(answerSelfCheck(world.as(null), draft.slug, [true, true]).ok).toBe(true);
    }
    expect(counts()?.fits).toBe(COUNTED_AN_HOUR_MAX);
    world.pass(HOUR);
    answerSelfCheck(world.as(null), draft.slug, [true, true]);
    expect(counts()?.fits).toBe(COUNTED_AN_HOUR_MAX + 1);
  });

  it('counts nothing of a manager who tries out her draft, and is not found by others', () => {
    const { world, grace, draft } = office();
    setCheckItems(grace, draft.id, [HERE]);
    expect(answerSelfCheck(grace, draft.slug, [true]).ok).toBe(true);
    expect(world.db.select().from(callCheckCount).all()).toEqual([]);
    expect(answerSelfCheck(world.as(null), draft.slug, [true])).toEqual({ ok: false, reason: 'not-found' });
  });
});

describe('the page of the self-check', () => {
  it('is not there where a call has none', () => {
    const { world, draft, grace } = office();
    publishCall(grace, draft.id);
    expect(() => loader(asked(world, null, draft.slug))).toThrow();
  });

  it('answers a post with the page itself, without a redirect, a cookie or the answers in an address', async () => {
    const { world, draft } = checked();
    expect(loader(asked(world, null, draft.slug)).items).toHaveLength(2);
    const reply = await action(asked(world, null, draft.slug, { 'answer-1': 'no', 'answer-2': 'yes' }));
    expect(reply).not.toBeInstanceOf(Response);
    expect(reply).toEqual({
      result: { outcome: 'another-way', missed: [callById(world.as(null), draft.id)?.checkItems[0]?.id] },
    });
  });

  it('knows of the call that it leads to whether that one is open', () => {
    const { world, draft, grace, partnerId } = office();
    const other = openCall(world, grace.actor?.personId ?? '', partnerId, { slug: 'start-ups' });
    setCheckItems(grace, draft.id, [{ ...HERE, route: 'another-call', otherSlug: 'start-ups' }]);
    publishCall(grace, draft.id);
    const windowAt = (at: number) => {
      world.moveTo(at);
      return loader(asked(world, null, draft.slug)).windows['start-ups'];
    };
    expect([other.closesAt - 1, other.closesAt].map(windowAt)).toEqual(['open', 'closed']);
  });

  it('asks again for the sentence that has no answer, and counts nothing yet', async () => {
    const { world, draft, counts } = checked();
    for (const form of [{ 'answer-1': 'yes' }, { 'answer-1': 'yes', 'answer-2': 'perhaps' }]) {
      const reply = await action(asked(world, null, draft.slug, form as unknown as Record<string, string>));
      expect(reply).toMatchObject({
        init: { status: 422 },
        data: { errors: { 'answer-2': 'Choose yes or no for sentence 2.' }, typed: { 'answer-1': ['yes'] } },
      });
    }
    expect(counts()).toEqual({ fits: 0, 'another-way': 0 });
  });
});
