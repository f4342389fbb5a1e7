import { eq, isNotNull } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { sha256Hex } from '#app/kernel/digest.ts';
import type { Id } from '#app/kernel/id.ts';
import { DAY } from '#app/kernel/instant.ts';
import { chooseLanguage } from '#app/people/commands/choose-language.server.ts';
import { type Keeper, keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { call, callChange, callCriterion, callDate, callPublication, callQuestion } from '#db/schema/call.ts';
import { message, outboxPromise } from '#db/schema/platform.ts';
import { messagesOf } from '#test/world/messages-of.ts';
import { testWorld } from '#test/world/test-world.ts';
import { submitted, writtenDraft } from '#test/world/trial-application.ts';
import { openCall, trialDraft } from '#test/world/trial-call.ts';
import { inTeam } from '#test/world/trial-team.ts';
import { beginChange } from '../call/commands/begin-change.server.ts';
import { discardChange } from '../call/commands/discard-change.server.ts';
import { editCall } from '../call/commands/edit-call.server.ts';
import { publishCall } from '../call/commands/publish-call.server.ts';
import { saveQuestion } from '../call/commands/save-question.server.ts';
import { setCallDates } from '../call/commands/set-call-dates.server.ts';
import { setTerms } from '../call/commands/set-terms.server.ts';
import { callDesk } from '../call/queries/call-desk.server.ts';
import { type CallFacts, callById, publicationOfCall } from '../call/queries/call-facts.server.ts';
import { callVersions, versionText } from '../call/queries/call-versions.server.ts';
import { openAndComingCalls } from '../call/queries/public-calls.server.ts';
import { endMembership } from './commands/end-membership.server.ts';
import { publishCallChange } from './commands/publish-call-change.server.ts';
import { saveAnswer } from './commands/save-answer.server.ts';
import { saveSafety } from './commands/save-safety.server.ts';
import { TOLD_AT_ONCE } from './notices/call-changed.server.ts';
import { callChange as pendingOf } from './queries/call-change.server.ts';
import { myApplication } from './queries/my-application.server.ts';
import { NO_DETAILS } from './rules/details.ts';
import { insertDraft } from './store.server.ts';

/** A call that is open; Amina writes an application to it, Bilal has sent one. */
function round() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'], Finn: ['finance'] });
  const other = world.partner('spark', { Otto: ['manager'] });
  const grace = staff.Grace ?? '';
  const offered = openCall(world, grace, partnerId);
  const [amina, bilal] = [world.person('Amina'), world.person('Bilal')];
  const draft = writtenDraft(world, amina, offered);
  const sent = submitted(world, bilal, offered);
  const desk = world.as(grace);
  return {
    world,
    partnerId,
    grace,
    desk,
    offered,
    amina,
    bilal,
    draft,
    sent,
    otto: other.staff.Otto ?? '',
    finn: staff.Finn ?? '',
  };
}
type Round = ReturnType<typeof round>;

function begun({ world, grace, offered }: Round): CallFacts {
  const outcome = beginChange(world.as(grace), offered.id);
  if (!outcome.ok) throw new Error(outcome.reason);
  return callById(world.as(null), outcome.value.draftId) as CallFacts;
}

function edited(round: Round, draft: CallFacts, changes: Partial<CallFacts>) {
  const { world, grace } = round;
  const { partnerName, dates, questions, criteria, terms, checkItems, changeOf, ...row } = { ...draft, ...changes };
  const { id, partnerId, state, createdAt, createdBy, publishedAt, ...facts } = row;
  expect(editCall(world.as(grace), draft.id, facts)).toEqual({ ok: true, value: 'edited' });
}

function published({ world, grace, offered }: Round, reason = 'We had more questions than we thought.') {
  const seen = pendingOf(world.as(grace), offered.id)?.factsHash ?? '';
  return publishCallChange(world.as(grace), offered.id, { reason, seen });
}

async function letters(world: Round['world']) {
  for (let round = 0; round < 3; round += 1) await keepPromises(() => world.as(null), keepers);
  return world.db.select({ to: message.recipient, subject: message.subject, text: message.text }).from(message).all();
}

describe('preparing a change to a published call', () => {
  it('begins with everything the call says, and changes nothing for anybody else', () => {
    const r = round();
    const before = publicationOfCall(r.desk, r.offered.id);
    const draft = begun(r);
    expect(draft).toMatchObject({ state: 'draft', changeOf: r.offered.id, title: r.offered.title });
    expect(draft.questions.map(({ label }) => label)).toEqual(r.offered.questions.map(({ label }) => label));
    expect(pendingOf(r.desk, r.offered.id)).toMatchObject({ differences: [], refused: [], problems: [], told: 1 });
    expect(publicationOfCall(r.desk, r.offered.id)).toEqual(before);
    expect(callDesk(r.desk)?.map(({ id }) => id)).toEqual([r.offered.id]);
  });

  it('is one change, however many managers or windows begin it', () => {
    const r = round();
    expect(beginChange(r.desk, r.offered.id)).toEqual(beginChange(r.desk, r.offered.id));
    expect(r.world.db.select().from(callChange).all()).toHaveLength(1);
  });

  it('is for managers of the partner, and for published calls', () => {
    const r = round();
    const notFound = { ok: false, reason: 'not-found' };
    for (const somebody of [r.otto, r.finn, r.amina]) {
      const them = r.world.as(somebody);
      expect(beginChange(them, r.offered.id)).toEqual(notFound);
      expect(discardChange(them, r.offered.id)).toEqual(notFound);
      expect(publishCallChange(them, r.offered.id, { reason: 'Why not', seen: '' })).toEqual(notFound);
      expect(pendingOf(them, r.offered.id)).toBeNull();
    }
    const draft = begun(r);
    expect(beginChange(r.desk, draft.id)).toEqual({ ok: false, reason: 'not-published' });
    expect(publishCall(r.desk, draft.id)).toEqual(notFound);
  });

  it('can be thrown away, twice, and the call stays as it was', () => {
    const r = round();
    const draft = begun(r);
    edited(r, draft, { title: 'Something else' });
    expect(discardChange(r.desk, r.offered.id).ok).toBe(true);
    expect(discardChange(r.desk, r.offered.id).ok).toBe(true);
    expect(callById(r.desk, draft.id)).toBeNull();
    expect(callById(r.desk, r.offered.id)).toEqual(r.offered);
    expect(pendingOf(r.desk, r.offered.id)).toBeNull();
  });

  it('tells who would get a letter: those who write, and those who have sent one when a date moves', () => {
    const r = round();
    const draft = begun(r);
    edited(r, draft, { title: 'Better ideas' });
    expect(pendingOf(r.desk, r.offered.id)).toMatchObject({ told: 1, movesADate: false });
    edited(r, draft, { closesAt: r.offered.closesAt + DAY });
    expect(pendingOf(r.desk, r.offered.id)).toMatchObject({ told: 2, movesADate: true });
  });
});

describe('publishing a change', () => {
  it('is the next version, with its reason, its text and its hash; the one before stays', () => {
    const r = round();
    const first = publicationOfCall(r.desk, r.offered.id);
    edited(r, begun(r), { title: 'Better ideas', closesAt: r.offered.closesAt + 7 * DAY });
    r.world.pass(DAY);
    expect(published(r)).toEqual({ ok: true, value: { version: 2 } });
    const now = callById(r.desk, r.offered.id);
    expect(now).toMatchObject({
      title: 'Better ideas',
      slug: r.offered.slug,
      closesAt: r.offered.closesAt + 7 * DAY,
      state: 'published',
      publishedAt: r.offered.publishedAt,
    });
    const second = publicationOfCall(r.desk, r.offered.id);
    expect(second).toMatchObject({ version: 2, publishedAt: r.world.now(), publishedBy: r.grace });
    expect(sha256Hex(second?.facts ?? '')).toBe(second?.factsHash);
    expect(JSON.parse(second?.facts ?? '')).toMatchObject({ title: 'Better ideas', slug: r.offered.slug });
    expect(versionText(r.desk, r.offered.slug, 1)).toMatchObject({ facts: first?.facts, factsHash: first?.factsHash });
    expect(versionText(r.desk, r.offered.slug, 3)).toBeNull();
    expect(callVersions(r.world.as(null), r.offered.slug)?.versions).toMatchObject([
      {
        version: 2,
        reason: 'We had more questions than we thought.',
        changes: [
          { what: 'Title', before: 'Ideas for our street', after: 'Better ideas', isProse: true },
          { what: 'Closing', isProse: false },
        ],
      },
      { version: 1, reason: '', changes: [] },
    ]);
    expect(openAndComingCalls(r.desk)).toMatchObject([{ title: 'Better ideas', changedAt: r.world.now() }]);
    expect(r.world.db.select().from(callChange).all()).toEqual([]);
  });

  it('keeps every answer where it was, and asks the new question after it', () => {
    const r = round();
    const draft = begun(r);
    const [first] = draft.questions;
    if (first === undefined) throw new Error('the trial call has questions');
    expect(saveQuestion(r.desk, draft.id, first.id, { ...first, guidance: 'A few lines.', wordsMax: 250 }).ok).toBe(
      true,
    );
    const added = { ...first, label: 'Anything else?', required: false, guidance: '' };
    expect(saveQuestion(r.desk, draft.id, null, added).ok).toBe(true);
    const before = myApplication(r.world.as(r.amina), r.draft);
    expect(published(r)).toEqual({ ok: true, value: { version: 2 } });
    const after = myApplication(r.world.as(r.amina), r.draft);
    // It stands with the others of its heading.
    const fresh = after?.questions.find(({ label }) => label === 'Anything else?');
    const kept = after?.questions.filter(({ id }) => id !== fresh?.id);
    expect(kept?.map(({ id }) => id)).toEqual(before?.questions.map(({ id }) => id));
    expect(after?.questions[0]).toMatchObject({
      text: before?.questions[0]?.text,
      guidance: 'A few lines.',
      wordsMax: 250,
    });
    expect(fresh).toMatchObject({ required: false, text: '' });
    expect(saveAnswer(r.world.as(r.amina), r.draft, fresh?.id ?? '', 'Yes: chairs.').ok).toBe(true);
    expect(after?.gaps).toEqual(before?.gaps);
  });

  it('keeps dates the same dates in calendars, and their number in the words of the plan', () => {
    const r = round();
    const draft = begun(r);
    const moved = draft.dates.map((date) => ({ ...date, startsAt: date.startsAt + DAY }));
    expect(setCallDates(r.desk, draft.id, moved).ok).toBe(true);
    expect(setTerms(r.desk, draft.id, [{ term: 'street', meaning: 'Where we live.' }]).ok).toBe(true);
    expect(published(r).ok).toBe(true);
    const after = callById(r.desk, r.offered.id);
    expect(after?.dates).toEqual(r.offered.dates.map((date) => ({ ...date, startsAt: date.startsAt + DAY })));
    expect(after?.terms).toMatchObject([{ term: 'street' }]);
  });

  it('goes on from the version before: a third follows the second', () => {
    const r = round();
    edited(r, begun(r), { title: 'Better ideas' });
    expect(published(r)).toEqual({ ok: true, value: { version: 2 } });
    const again = begun(r);
    expect(again.title).toBe('Better ideas');
    edited(r, again, { title: 'The best ideas' });
    expect(published(r, 'We like it better.')).toEqual({ ok: true, value: { version: 3 } });
    expect(callVersions(r.desk, r.offered.slug)?.versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  it('is refused without a reason, without a change, and when it is not the change that was read', () => {
    const r = round();
    const draft = begun(r);
    expect(published(r)).toEqual({ ok: false, reason: 'nothing-changed' });
    edited(r, draft, { title: 'Better ideas' });
    const seen = pendingOf(r.desk, r.offered.id)?.factsHash ?? '';
    expect(publishCallChange(r.desk, r.offered.id, { reason: ' ', seen })).toEqual({
      ok: false,
      reason: 'reason-missing',
    });
    edited(r, draft, { title: 'Even better ideas' });
    const stale = publishCallChange(r.desk, r.offered.id, { reason: 'Because', seen });
    expect(stale).toEqual({ ok: false, reason: 'changed-meanwhile' });
    expect(published(r).ok).toBe(true);
    expect(published(r)).toEqual({ ok: false, reason: 'not-found' });
  });

  it('is refused when it would break a promise, and says which', () => {
    const r = round();
    const draft = begun(r);
    edited(r, draft, { awardMaxMinor: r.offered.awardMaxMinor - 1 });
    expect(published(r)).toEqual({ ok: false, reason: 'award-max-smaller' });
    edited(r, draft, { awardMaxMinor: r.offered.awardMaxMinor, closesAt: r.offered.closesAt - 1 });
    expect(published(r)).toEqual({ ok: false, reason: 'closing-earlier' });
    edited(r, draft, { closesAt: r.offered.closesAt, summary: ' ' });
    expect(published(r)).toEqual({ ok: false, reason: 'summary-missing' });
    expect(publicationOfCall(r.desk, r.offered.id)?.version).toBe(1);
  });

  it('may change texts after the call has closed', () => {
    const r = round();
    r.world.moveTo(r.offered.closesAt + DAY);
    edited(r, begun(r), { support: 'Two mentors for one year.' });
    expect(published(r)).toEqual({ ok: true, value: { version: 2 } });
  });

  it('brings a letter to each person it concerns, once, with the change and what to do next', async () => {
    const r = round();
    await letters(r.world);
    r.world.db.delete(message).where(isNotNull(message.id)).run();
    edited(r, begun(r), { whoCanApply: 'You live or work here.', closesAt: r.offered.closesAt + 7 * DAY });
    r.world.pass(DAY);
    expect(published(r, 'Many of you asked for more time.').ok).toBe(true);
    const told = await letters(r.world);
    expect(told.map(({ to }) => to).toSorted()).toEqual(['amina@people.example', 'bilal@people.example']);
    const toAmina = told.find(({ to }) => to.startsWith('amina'));
    expect(toAmina?.subject).toBe('A change in “Ideas for our street”');
    const text = toAmina?.text.replace(/\s+/g, ' ') ?? '';
    expect(text).toContain('Many of you asked for more time.');
    expect(text).toContain('Now: You live or work here.');
    expect(text).toContain('Closing Before: Monday, 30 March 2026 at 14:00 BST Now: Monday, 6 April 2026 at 14:00 BST');
    expect(text).toContain('send it before Monday, 6 April 2026 at 14:00 BST');
    expect(told.find(({ to }) => to.startsWith('bilal'))?.text.replace(/\s+/g, ' ')).toContain(
      'You do not have to do anything.',
    );
  });

  it('brings it to everybody who works on a draft, each in their language, and to nobody who left', async () => {
    const r = round();
    const [lina, hana, omar] = [r.world.person('Lina'), r.world.person('Hana'), r.world.person('Omar')];
    inTeam(r.world, r.amina, r.draft, lina, 'edit');
    inTeam(r.world, r.amina, r.draft, hana, 'edit', 'support');
    inTeam(r.world, r.amina, r.draft, omar, 'view');
    expect(endMembership(r.world.as(omar), r.draft, omar).ok).toBe(true);
    chooseLanguage(r.world.as(lina), 'ar');
    await letters(r.world);
    r.world.db.delete(message).where(isNotNull(message.id)).run();
    edited(r, begun(r), { support: 'Two mentors for one year.' });
    expect(published(r).ok).toBe(true);
    const told = await letters(r.world);
    const addresses = ['amina', 'hana', 'lina'].map((name) => `${name}@people.example`);
    expect(told.map(({ to }) => to).toSorted()).toEqual(addresses);
    const subjects = told.toSorted((a, b) => a.to.localeCompare(b.to)).map(({ subject }) => subject.slice(0, 8));
    expect(subjects).toEqual(['A change', 'A change', 'تغيير في']);
    // Who writes a draft is no business of the partner's outbox.
    expect(messagesOf(r.desk, [r.partnerId], 9)).toEqual([]);
  });

  it('says nothing in its subject to those who asked for that', async () => {
    const r = round();
    await letters(r.world);
    r.world.db.delete(message).where(isNotNull(message.id)).run();
    const safety = { publicName: '', contactWay: 'either', contactNote: '', neutralSubject: true } as const;
    expect(saveSafety(r.world.as(r.amina), r.draft, safety, 0).ok).toBe(true);
    edited(r, begun(r), { support: 'Two mentors for one year.' });
    expect(published(r).ok).toBe(true);
    expect((await letters(r.world)).map(({ subject }) => subject)).toEqual(['A message for you']);
  });

  it('leaves those in peace who have sent their application when no date moves', async () => {
    const r = round();
    await letters(r.world);
    r.world.db.delete(message).where(isNotNull(message.id)).run();
    edited(r, begun(r), { title: 'Better ideas' });
    expect(published(r).ok).toBe(true);
    expect((await letters(r.world)).map(({ to }) => to)).toEqual(['amina@people.example']);
  });
});

describe('a change that concerns thousands', () => {
  /** As many drafts as are promised a letter at once, and some more. */
  function crowded(extra: number) {
    const r = round();
    const now = r.world.now();
    const ids = Array.from({ length: TOLD_AT_ONCE + extra - 1 }, (_, place) => {
      const id = r.world.newId();
      const applicantId = r.world.person(`Writer ${place}`);
      insertDraft(r.world.db, { ...NO_DETAILS, id, callId: r.offered.id, applicantId, reference: `SI-${place}`, now });
      return id;
    });
    return { ...r, drafts: [...ids, r.draft].toSorted() };
  }
  /** Keeps what is promised about the call itself, and leaves the letters. */
  const announce = (r: Round, keeper: Keeper = keepers['call-changed']) => {
    const later: Keeper = async () => {
      throw new Error('not now');
    };
    return keepPromises(() => r.world.as(null), { ...keepers, 'call-changed': keeper, 'call-change-told': later });
  };
  const told = (r: Round) => {
    const { kind, subjectId } = outboxPromise;
    const rows = r.world.db.select({ subjectId }).from(outboxPromise).where(eq(kind, 'call-change-told')).all();
    return rows.map((row) => row.subjectId).toSorted();
  };
  const change = (r: Round) => {
    edited(r, begun(r), { support: 'Two mentors for one year.' });
    expect(published(r).ok).toBe(true);
  };

  it('is told to each of them once, some at a time', { timeout: 60_000 }, async () => {
    const r = crowded(TOLD_AT_ONCE + 1);
    await letters(r.world);
    change(r);
    await announce(r);
    expect(told(r)).toEqual(r.drafts.slice(0, TOLD_AT_ONCE));
    await announce(r);
    expect(told(r)).toEqual(r.drafts.slice(0, 2 * TOLD_AT_ONCE));
    await announce(r);
    await announce(r);
    expect(told(r)).toEqual(r.drafts);
  });

  it('is told to everybody once after a crash between two chunks, and in the middle of one', {
    timeout: 60_000,
  }, async () => {
    const r = crowded(2);
    await letters(r.world);
    change(r);
    await announce(r);
    const chunk = told(r);
    await expect(announce(r, async () => Promise.reject(new Error('the power is gone')))).resolves.toMatchObject({});
    // The whole chunk is written, and what comes after it fails: nothing of it stays.
    const halfWay: Keeper = async (context, promised) => {
      const write = await keepers['call-changed'](context, promised);
      return (tx) => {
        write(tx);
        throw new Error('the disk is gone');
      };
    };
    r.world.pass(DAY);
    await announce(r, halfWay);
    expect(told(r)).toEqual(chunk);
    r.world.pass(DAY);
    await announce(r);
    expect(told(r)).toEqual(r.drafts);
  });

  it('is told to nobody who began after it was published', async () => {
    const r = round();
    await letters(r.world);
    change(r);
    r.world.pass(1);
    const later = writtenDraft(r.world, r.world.person('Omar'), r.offered);
    await announce(r);
    expect(told(r)).toEqual([r.draft]);
    expect(told(r)).not.toContain(later);
  });
});

describe('the database of a published call', () => {
  it('moves nothing while a change is only prepared', () => {
    const r = round();
    begun(r);
    const { db } = r.world;
    const statements = [
      () => db.update(call).set({ title: 'Taken over' }).where(eq(call.id, r.offered.id)).run(),
      () => db.update(callQuestion).set({ guidance: '?' }).where(eq(callQuestion.callId, r.offered.id)).run(),
      () => db.delete(callDate).where(eq(callDate.callId, r.offered.id)).run(),
    ];
    for (const statement of statements) expect(statement).toThrow('a published call is frozen');
  });

  it('takes no version out of turn, and none without a change', () => {
    const r = round();
    const row = (version: number) => ({
      callId: r.offered.id,
      version,
      reason: 'Because',
      facts: '{}',
      factsHash: '',
      publishedAt: 1,
      publishedBy: r.grace,
    });
    const insert = (version: number) => () => r.world.db.insert(callPublication).values(row(version)).run();
    expect(insert(2)).toThrow('a publication follows the one before');
    begun(r);
    expect(insert(3)).toThrow('a publication follows the one before');
    expect(insert(1)).toThrow('a publication follows the one before');
  });

  it('lets a change be published only with its text, and then still keeps what decides', () => {
    const r = round();
    const { db } = r.world;
    begun(r);
    const publishing = () =>
      db.update(callChange).set({ publishing: true }).where(eq(callChange.callId, r.offered.id)).run();
    expect(publishing).toThrow('a change is published with its text');
    const text = { reason: 'Because', facts: '{}', factsHash: '', publishedAt: 1, publishedBy: r.grace };
    db.insert(callPublication)
      .values({ ...text, callId: r.offered.id, version: 2 })
      .run();
    publishing();
    const isIt = eq(call.id, r.offered.id);
    const ofIt = eq(callQuestion.callId, r.offered.id);
    const fixed = [
      () => db.update(call).set({ tieRule: 'panel-score' }).where(isIt).run(),
      () => db.update(call).set({ panelWeightPercent: 50, publicWeightPercent: 50 }).where(isIt).run(),
      () =>
        db
          .update(call)
          .set({ potMinor: r.offered.potMinor - 1 })
          .where(isIt)
          .run(),
      () => db.update(call).set({ awardMaxMinor: 1 }).where(isIt).run(),
      () => db.update(call).set({ slug: 'elsewhere' }).where(isIt).run(),
      () => db.update(callCriterion).set({ weightPercent: 1 }).where(eq(callCriterion.callId, r.offered.id)).run(),
      () => db.update(callQuestion).set({ label: 'Why?' }).where(ofIt).run(),
      () => db.update(callQuestion).set({ required: false }).where(ofIt).run(),
      () => db.update(callQuestion).set({ wordsMax: 1 }).where(ofIt).run(),
      () => db.update(callQuestion).set({ byVideo: false }).where(ofIt).run(),
      () => db.update(callQuestion).set({ byVoice: false }).where(ofIt).run(),
      () => db.delete(callQuestion).where(ofIt).run(),
    ];
    for (const statement of fixed) expect(statement).toThrow('a published call is frozen');
    db.update(call).set({ title: 'Better ideas' }).where(isIt).run();
    expect(callById(r.desk, r.offered.id)?.title).toBe('Better ideas');
  });

  it('holds no change to a draft, or of another partner', () => {
    const r = round();
    const change = (callId: Id, draftId: Id) => () =>
      r.world.db
        .insert(callChange)
        .values({ callId, draftId, baseVersion: 1, origins: {}, begunAt: 1, begunBy: r.grace })
        .run();
    expect(change(r.offered.id, r.offered.id)).toThrow();
    const other = openCall(r.world, r.grace, r.partnerId, { ...trialDraft(r.world, r.partnerId), slug: 'another' });
    expect(change(r.offered.id, other.id)).toThrow('a change begins as a draft');
  });
});
