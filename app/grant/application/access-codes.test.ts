import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import { writeLocalTime } from '#app/ui/local-time.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { accessCode, accessCodeUse, entryStop } from '#db/schema/application.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { trialDetails, writtenDraft } from '#test/world/trial-application.ts';
import { draftCall, openCall } from '#test/world/trial-call.ts';
import type { NewCall } from '../call/commands/create-call.server.ts';
import { beginMedia } from './commands/begin-media.server.ts';
import { makeCallCode } from './commands/make-call-code.server.ts';
import { WRONG_CODES_MAX } from './commands/open-code.server.ts';
import { revokeCallCode } from './commands/revoke-call-code.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { startApplication } from './commands/start-application.server.ts';
import { stopEntries } from './commands/stop-entries.server.ts';
import { submitApplication } from './commands/submit-application.server.ts';
import { withdrawApplication } from './commands/withdraw-application.server.ts';
import { callCodes } from './queries/call-codes.server.ts';
import { entriesEndAt } from './queries/entries-end.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { myApplications } from './queries/my-applications.server.ts';
import { staffList } from './queries/staff-list.server.ts';
import { action as codesAction, loader as codesLoader } from './routes/staff-call-codes.tsx';
import { action as startAction, loader as startLoader } from './routes/start.tsx';
import { type CodeDraft, makeAccessCode, showAccessCode } from './rules/access-code.ts';
import { NO_FILTER } from './rules/listing.ts';

const refusal = (reason: string) => ({ ok: false, reason });
const { codesDesk, entry } = wordsIn('en').words;

function office(changes: Partial<NewCall> = {}) {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  const grace = staff.Grace ?? '';
  const call = openCall(world, grace, partnerId, changes);
  const make = (draft: Partial<CodeDraft> = {}, by: Id = grace) =>
    makeCallCode(world.as(by), call.id, world.newId(), {
      label: 'Sewing group',
      purpose: 'late',
      expiresAt: call.closesAt + 2 * DAY,
      usesMax: 1,
      ...draft,
    });
  const code = (draft: Partial<CodeDraft> = {}) => {
    const made = make(draft);
    return made.ok ? made.value.code : made.reason;
  };
  const start = (who: Id, typed = '') => startApplication(world.as(who), call.id, trialDetails(call), typed);
  const newest = () => callCodes(world.as(grace), call.id)?.codes[0];
  return {
    world,
    partnerId,
    grace,
    finn: staff.Finn ?? '',
    otto: other.staff.Otto ?? '',
    amina: world.person('Amina'),
    bo: world.person('Bo'),
    call,
    make,
    code,
    start,
    newest,
  };
}

const wrong = (n: number) => showAccessCode(makeAccessCode(new Uint8Array(7).fill(n)));

describe('making a code', () => {
  it('is a manager’s, for a published call', () => {
    const { world, make, finn, otto, amina, grace, partnerId } = office();
    expect(make().ok).toBe(true);
    for (const who of [finn, otto, amina]) expect(make({}, who)).toEqual(refusal('not-found'));
    const draft = draftCall(world, grace, partnerId, { slug: 'later' });
    const code = { label: 'A', purpose: 'late', expiresAt: draft.closesAt + DAY, usesMax: 1 } as const;
    expect(makeCallCode(world.as(grace), draft.id, world.newId(), code)).toEqual(refusal('not-found'));
  });

  it('keeps no copy of it, and makes one code of the same form sent twice', () => {
    const { world, call, grace } = office();
    const codeId = world.newId();
    const draft = { label: ' Sewing group ', purpose: 'late', expiresAt: call.closesAt + DAY, usesMax: 3 } as const;
    const made = makeCallCode(world.as(grace), call.id, codeId, draft);
    const kept = world.db.select().from(accessCode).all();
    expect(kept).toMatchObject([{ id: codeId, label: 'Sewing group', createdBy: grace }]);
    expect(JSON.stringify(kept)).not.toContain(made.ok ? made.value.code.replaceAll('-', '') : '');
    expect(makeCallCode(world.as(grace), call.id, codeId, draft)).toEqual(refusal('already-made'));
    expect(makeCallCode(world.as(grace), call.id, 'nothing', draft)).toEqual(refusal('not-found'));
  });

  it('refuses an invitation where everybody may start, and late entry that ends before the closing', () => {
    const { make, call } = office();
    expect(make({ purpose: 'invited' })).toEqual(refusal('invitation-not-needed'));
    expect(make({ expiresAt: call.closesAt })).toEqual(refusal('expiry-before-closing'));
    expect(make({ usesMax: 501 })).toEqual(refusal('uses-out-of-range'));
  });
});

describe('applying late', () => {
  it('is possible with a code from the closing until the code ends, for this application alone', () => {
    const { world, call, code, start, amina, bo } = office();
    const typed = code();
    world.moveTo(call.closesAt);
    expect(start(amina)).toEqual(refusal('call-not-open'));
    const started = start(amina, typed.toLowerCase());
    const id = started.ok ? started.value.applicationId : '';
    expect(started).toMatchObject({ value: { isNew: true } });
    expect(start(bo)).toEqual(refusal('call-not-open'));
    expect(myApplication(world.as(amina), id)).toMatchObject({
      window: 'open',
      lateUntil: call.closesAt + 2 * DAY,
      call: { closesAt: call.closesAt + 2 * DAY },
    });
    expect(myApplications(world.as(amina))).toMatchObject([{ window: 'open' }]);
    world.moveTo(call.closesAt + 2 * DAY - 1);
    for (const question of call.questions) {
      const answer = question.kind === 'money-table' ? 'Rice\t2,500' : 'Something.';
      saveAnswer(world.as(amina), id, question.id, answer);
    }
    expect(submitApplication(world.as(amina), id)).toEqual({ ok: true, value: 'submitted' });
  });

  it('is over in the millisecond in which the code ends', async () => {
    const { world, call, code, start, amina, bo } = office();
    const typed = code({ usesMax: 2 });
    const draft = writtenDraft(world, amina, call);
    expect(start(amina, typed)).toEqual({ ok: true, value: { applicationId: draft, isNew: false } });
    world.moveTo(call.closesAt + 2 * DAY);
    expect(submitApplication(world.as(amina), draft)).toEqual(refusal('call-not-open'));
    expect(myApplication(world.as(amina), draft)?.window).toBe('closed');
    const film = { applicationId: draft, questionId: call.questions[0]?.id ?? '', fileName: 'a.mp4', bytes: 10 };
    expect(await beginMedia(world.as(amina), film)).toEqual(refusal('call-not-open'));
    expect(start(bo, typed)).toEqual(refusal('code-expired'));
    world.moveTo(call.closesAt + 2 * DAY - 1);
    expect((await beginMedia(world.as(amina), film)).ok).toBe(true);
  });

  it('lets a draft that was begun in time be sent, and uses the code once however often it is typed', () => {
    const { world, call, code, start, amina, newest } = office();
    const draft = writtenDraft(world, amina, call);
    world.moveTo(call.closesAt);
    expect(submitApplication(world.as(amina), draft)).toEqual(refusal('call-not-open'));
    const typed = code();
    for (let time = 0; time < 2; time += 1) {
      expect(start(amina, typed)).toEqual({ ok: true, value: { applicationId: draft, isNew: false } });
    }
    expect(newest()).toMatchObject({ uses: 1, drafts: 1, state: 'used-up', submitted: [] });
    expect(submitApplication(world.as(amina), draft).ok).toBe(true);
    expect(newest()?.submitted).toMatchObject([{ applicationId: draft }]);
  });

  it('does not open a call before its time', () => {
    const { world, code, start, amina, call } = office();
    const typed = code();
    world.moveTo(call.opensAt - 1);
    expect(start(amina, typed)).toEqual(refusal('call-not-open'));
  });

  it('is not for those who give out the money', () => {
    const { code, start, grace } = office();
    expect(start(grace, code())).toEqual(refusal('own-call'));
  });
});

describe('a call by invitation', () => {
  it('is begun with a code only, and everybody can read it', () => {
    const { code, start, amina, bo, world, call } = office({ invitationOnly: true });
    expect(start(amina)).toEqual(refusal('code-needed'));
    expect(start(amina, code({ purpose: 'invited' })).ok).toBe(true);
    expect(start(bo, code()).ok).toBe(true);
    world.moveTo(call.closesAt);
    expect(start(world.person('Chi'), code({ purpose: 'invited', expiresAt: call.closesAt + DAY }))).toEqual(
      refusal('call-not-open'),
    );
  });
});

describe('using a code', () => {
  it('ends with its last use, and a withdrawn draft does not give it back', async () => {
    const { code, start, amina, bo, world } = office({ invitationOnly: true });
    const typed = code({ purpose: 'invited' });
    const started = start(amina, typed);
    expect(start(bo, typed)).toEqual(refusal('code-used-up'));
    await withdrawApplication(world.as(amina), started.ok ? started.value.applicationId : '');
    expect(start(amina, typed)).toEqual(refusal('code-used-up'));
  });

  it('ends when it is taken back, and who has used it keeps the time', () => {
    const { world, call, code, start, amina, bo, grace, newest, otto } = office();
    const typed = code({ usesMax: 2 });
    const draft = writtenDraft(world, amina, call);
    start(amina, typed);
    const codeId = newest()?.id ?? '';
    expect(revokeCallCode(world.as(otto), call.id, codeId)).toEqual(refusal('not-found'));
    expect(revokeCallCode(world.as(grace), call.id, codeId).ok).toBe(true);
    expect(revokeCallCode(world.as(grace), call.id, codeId).ok).toBe(true);
    expect(start(bo, typed)).toEqual(refusal('code-revoked'));
    world.moveTo(call.closesAt);
    expect(submitApplication(world.as(amina), draft).ok).toBe(true);
  });

  it('works in its own call only', () => {
    const { world, partnerId, grace, code, amina } = office({ invitationOnly: true });
    const park = openCall(world, grace, partnerId, { slug: 'park', invitationOnly: true });
    const typed = code({ purpose: 'invited' });
    expect(startApplication(world.as(amina), park.id, {}, typed)).toEqual(refusal('code-unknown'));
  });

  it('waits an hour after ten guesses, for this person in this call, and slips are no guesses', () => {
    const { world, code, start, amina, bo } = office({ invitationOnly: true });
    const typed = code({ purpose: 'invited', usesMax: 2 });
    for (let slip = 0; slip < 2 * WRONG_CODES_MAX; slip += 1) {
      expect(start(amina, typed.slice(1))).toEqual(refusal('code-unreadable'));
    }
    for (let guess = 1; guess <= WRONG_CODES_MAX; guess += 1) {
      expect(start(amina, wrong(guess))).toEqual(refusal('code-unknown'));
    }
    expect(start(amina, wrong(99))).toEqual(refusal('too-many-tries'));
    expect(start(amina, typed)).toEqual(refusal('too-many-tries'));
    expect(start(bo, typed).ok).toBe(true);
    world.pass(HOUR - 1);
    expect(start(amina, typed)).toEqual(refusal('too-many-tries'));
    world.pass(1);
    expect(start(amina, typed).ok).toBe(true);
  });
});

describe('a code in the database', () => {
  it('is used in its own call, in time, as often as it says, and never rewritten', () => {
    const { world, call, code, start, amina, grace, partnerId, newest } = office();
    const typed = code();
    const park = openCall(world, grace, partnerId, { slug: 'park' });
    const elsewhere = writtenDraft(world, world.person('Chi'), park);
    const draft = start(amina);
    const applicationId = draft.ok ? draft.value.applicationId : '';
    const codeId = newest()?.id ?? '';
    const { db } = world;
    const isCode = eq(accessCode.id, codeId);
    const isUse = eq(accessCodeUse.codeId, codeId);
    const use =
      (changes: Partial<typeof accessCodeUse.$inferInsert> = {}) =>
      () =>
        db
          .insert(accessCodeUse)
          .values({ codeId, applicationId, usedAt: world.now(), ...changes })
          .run();
    expect(use({ usedAt: call.closesAt + 2 * DAY })).toThrow(/opens its own call/);
    expect(use({ applicationId: elsewhere })).toThrow(/opens its own call/);
    expect(start(amina, typed).ok).toBe(true);
    const second = writtenDraft(world, world.person('Bo'), call);
    expect(use({ applicationId: second })).toThrow(/opens its own call/);
    const statements: (() => unknown)[] = [
      () => db.update(accessCode).set({ expiresAt: 9e12 }).where(isCode).run(),
      () => db.update(accessCode).set({ usesMax: 500 }).where(isCode).run(),
      () => db.delete(accessCode).where(isCode).run(),
      () => db.update(accessCodeUse).set({ usedAt: 1 }).where(isUse).run(),
      () => db.delete(accessCodeUse).where(isUse).run(),
    ];
    for (const statement of statements) expect(statement, String(statement)).toThrow(/stays|never/);
    revokeCallCode(world.as(grace), call.id, codeId);
    expect(() => db.update(accessCode).set({ revokedAt: null }).where(isCode).run()).toThrow(/taken back/);
  });
});

describe('the end of all entries', () => {
  it('waits for every code that can still let somebody in, and is then for good', () => {
    const { world, call, code, start, amina, grace, newest, make } = office();
    const stop = () => {
      const context = world.as(grace);
      return context.transact((tx) => stopEntries(tx, context, call.id));
    };
    expect(stop()).toEqual(refusal('entries-open'));
    const typed = code({ usesMax: 2 });
    const draft = writtenDraft(world, amina, call);
    start(amina, typed);
    world.moveTo(call.closesAt);
    expect(entriesEndAt(world.as(grace), call.id)).toBe(call.closesAt + 2 * DAY);
    expect(stop()).toEqual(refusal('entries-open'));
    revokeCallCode(world.as(grace), call.id, newest()?.id ?? '');
    expect(stop()).toEqual(refusal('entries-open'));
    submitApplication(world.as(amina), draft);
    expect(entriesEndAt(world.as(grace), call.id)).toBe(call.closesAt);
    expect(stop()).toEqual({ ok: true, value: 'stopped' });
    expect(stop().ok).toBe(true);
    expect(make()).toEqual(refusal('entries-stopped'));
    expect(() => world.db.delete(entryStop).where(eq(entryStop.callId, call.id)).run()).toThrow(/for good/);
  });
});

describe('what the manager sees', () => {
  it('says which application came by which code, and names no draft', () => {
    const { world, call, code, start, amina, bo, grace, otto, finn } = office();
    const typed = code({ usesMax: 3 });
    const sent = writtenDraft(world, amina, call);
    start(amina, typed);
    start(bo, typed);
    submitApplication(world.as(amina), sent);
    const whole = { filter: NO_FILTER, order: { sort: 'reference', isDescending: false }, cursor: null } as const;
    expect(staffList(world.as(grace), call.id, whole)?.rows).toMatchObject([
      { applicationId: sent, codeLabels: ['Sewing group'] },
    ]);
    expect(callCodes(world.as(grace), call.id)?.codes).toMatchObject([
      { label: 'Sewing group', uses: 2, usesMax: 3, drafts: 1, state: 'usable', submitted: [{ applicationId: sent }] },
    ]);
    for (const who of [otto, finn, amina]) expect(callCodes(world.as(who), call.id)).toBeNull();
  });
});

function asked(world: TestWorld, who: Id, params: Record<string, string>, form?: Record<string, string>, query = '') {
  const init = form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) };
  const request = new Request(`http://localhost/here${query}`, init);
  const context = { portal: world.as(who), sessions: createSessions(world) };
  return { request, params, context } as unknown as LoaderFunctionArgs & ActionFunctionArgs;
}

/** What was thrown or returned, as a status, a place and words. */
async function answer(work: () => unknown) {
  try {
    const reply = (await work()) as { init?: { status: number }; data?: unknown };
    return { status: reply.init?.status ?? 200, reply: reply.data ?? reply };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, to: thrown.headers.get('Location') };
  }
}

describe('the page of codes', () => {
  it('shows a new code once, with a link that fills in the start page and uses nothing up', async () => {
    const { world, call, grace, amina, newest } = office();
    const params = { callId: call.id };
    const { newId } = codesLoader(asked(world, grace, params));
    const expiresAt = writeLocalTime(call.closesAt + DAY, call.timeZone);
    const typed = { codeId: newId, label: 'Sewing group', purpose: 'late', expiresAt, usesMax: '2' };
    const made = await answer(() => codesAction(asked(world, grace, params, typed)));
    const { code, link } = (made.reply as { made: { code: string; link: string } }).made;
    expect(link).toBe(`http://localhost:3000/apply/start/${call.slug}?code=${code}`);
    world.moveTo(call.closesAt);
    const page = startLoader(asked(world, amina, { slug: call.slug }, undefined, new URL(link).search));
    expect(page).toMatchObject({ code, window: 'closed', draft: null });
    expect(newest()?.uses).toBe(0);
    const started = await answer(() => startAction(asked(world, amina, { slug: call.slug }, { entryCode: code })));
    expect([started.status, started.to]).toEqual([303, expect.stringMatching(/^\/apply\/[0-9a-z]{20}$/)]);
    expect(newest()?.uses).toBe(1);
    const again = await answer(() => codesAction(asked(world, grace, params, typed)));
    expect(again).toMatchObject({ status: 422, reply: { message: codesDesk.faults['already-made'] } });
  });

  it('names what is wrong beside its field, with everything typed', async () => {
    const { world, call, grace } = office();
    const params = { callId: call.id };
    const typed = { codeId: world.newId(), label: 'A', purpose: 'late', expiresAt: '2026-03-29T01:30', usesMax: '1' };
    const at = (changes: Record<string, string>) =>
      answer(() => codesAction(asked(world, grace, params, { ...typed, ...changes })));
    expect(await at({})).toMatchObject({
      status: 422,
      reply: { errors: { expiresAt: codesDesk.expiryFaults['skipped-by-the-clock'] }, typed: { label: ['A'] } },
    });
    expect(await at({ expiresAt: '2026-03-10T09:00' })).toMatchObject({
      reply: { errors: { expiresAt: codesDesk.faults['expiry-before-closing'] } },
    });
  });

  it('takes a code back for its manager only', async () => {
    const { world, call, code, grace, otto, newest } = office();
    code();
    const form = { intent: 'revoke', codeId: newest()?.id ?? '' };
    expect((await answer(() => codesAction(asked(world, otto, { callId: call.id }, form)))).status).toBe(404);
    expect(newest()?.state).toBe('usable');
    expect((await answer(() => codesAction(asked(world, grace, { callId: call.id }, form)))).status).toBe(303);
    expect(newest()?.state).toBe('revoked');
  });
});

describe('the start page with a code', () => {
  it('says in words what is wrong with it, and shows it again', async () => {
    const { world, call, amina } = office({ invitationOnly: true });
    const at = (form: Record<string, string>) =>
      answer(() => startAction(asked(world, amina, { slug: call.slug }, form)));
    expect(await at({})).toMatchObject({
      status: 422,
      reply: { errors: { entryCode: entry.refusals['code-needed'] } },
    });
    expect(await at({ entryCode: 'ABC' })).toMatchObject({
      reply: { errors: { entryCode: entry.refusals['code-unreadable'] }, typed: { entryCode: ['ABC'] } },
    });
  });
});
