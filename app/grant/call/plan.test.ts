import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import type { FormReply } from '#app/ui/form-reply.ts';
import { readLocalTime } from '#app/ui/local-time.ts';
import { keepers } from '#app/wiring.server.ts';
import { wordsIn } from '#app/words/use-words.ts';
import { callDate } from '#db/schema/call.ts';
import { message } from '#db/schema/platform.ts';
import { answerOf, asked } from '#test/world/ask.ts';
import { type TestWorld, testWorld } from '#test/world/test-world.ts';
import { draftCall, openCall, trialDraft } from '#test/world/trial-call.ts';
import { editCall } from './commands/edit-call.server.ts';
import { publishCall } from './commands/publish-call.server.ts';
import { remindOfDates } from './commands/remind-of-dates.server.ts';
import { setCallDates } from './commands/set-call-dates.server.ts';
import { callById, publicationOfCall } from './queries/call-facts.server.ts';
import { callPage } from './queries/call-page.server.ts';
import { loader as calendarLoader } from './routes/call-calendar.ts';
import { loader as documentLoader } from './routes/call-questions-file.ts';
import { loader as callsCalendarLoader } from './routes/calls-calendar.ts';
import { loader as feedLoader } from './routes/calls-feed.ts';
import { action as planAction, loader as planLoader } from './routes/staff-call-plan.tsx';
import type { DateDraft, DateKind } from './rules/plan.ts';
import { fieldsOf, type PlanRow, rowsIn } from './ui/plan-rows.ts';

const { callDesk: callWords, plan, planDesk: words } = wordsIn('en').words;

function office() {
  const world = testWorld();
  const { partnerId, staff } = world.partner('common-ground', {
    Grace: ['manager'],
    Gwen: ['manager'],
    Finn: ['finance'],
  });
  const other = world.partner('spark', { Otto: ['manager'] });
  return { world, partnerId, grace: staff.Grace ?? '', finn: staff.Finn ?? '', otto: other.staff.Otto ?? '' };
}

const date = (kind: DateKind, startsAt: number, endsAt: number | null = null, place = ''): DateDraft => ({
  kind,
  startsAt,
  endsAt,
  place,
});

describe('planning a round', () => {
  it('keeps the plan in its order, and a date that is named keeps its id', () => {
    const { world, partnerId, grace } = office();
    const { id, closesAt, dates } = draftCall(world, grace, partnerId);
    const [pitchDay, decisions] = dates;
    if (pitchDay === undefined || decisions === undefined) throw new Error('the trial call has a plan');
    const session = date(
      'information-session',
      closesAt - 20 * DAY,
      closesAt - 20 * DAY + HOUR,
      'https://meet.example',
    );
    const moved = { ...pitchDay, startsAt: pitchDay.startsAt + DAY };
    expect(setCallDates(world.as(grace), id, [decisions, moved, session])).toEqual({ ok: true, value: 'planned' });
    expect(callById(world.as(null), id)?.dates).toEqual([{ ...session, id: expect.any(String) }, moved, decisions]);
  });

  it('gives no id away twice, and none of another call', () => {
    const { world, partnerId, grace } = office();
    const other = draftCall(world, grace, partnerId, { slug: 'other' });
    const { id, closesAt } = draftCall(world, grace, partnerId);
    const stolen = other.dates[0]?.id ?? '';
    const panels = [1, 2].map((n) => ({ ...date('panel-meeting', closesAt + n * 5 * DAY), id: stolen }));
    expect(setCallDates(world.as(grace), id, panels).ok).toBe(true);
    const ids = callById(world.as(null), id)?.dates.map((planned) => planned.id) ?? [];
    expect(new Set([...ids, stolen]).size).toBe(3);
    expect(callById(world.as(null), other.id)?.dates).toEqual(other.dates);
  });

  it('refuses what cannot happen and keeps the plan as it was', () => {
    const { world, partnerId, grace } = office();
    const { id, closesAt, dates } = draftCall(world, grace, partnerId);
    const tooEarly = [date('decisions', closesAt - 1)];
    expect(setCallDates(world.as(grace), id, tooEarly)).toEqual({ ok: false, reason: 'before-closing' });
    expect(callById(world.as(null), id)?.dates).toEqual(dates);
  });

  it('is for managers of the partner, until the call is published', () => {
    const { world, partnerId, grace, finn, otto } = office();
    const draft = draftCall(world, grace, partnerId);
    for (const someone of [finn, otto, world.person('Amina'), null]) {
      expect(setCallDates(world.as(someone), draft.id, [])).toEqual({ ok: false, reason: 'not-found' });
    }
    publishCall(world.as(grace), draft.id);
    expect(setCallDates(world.as(grace), draft.id, [])).toEqual({ ok: false, reason: 'published' });
  });
});

describe('publishing a call with its plan', () => {
  it('tells the dates in the fixed text', () => {
    const { world, partnerId, grace } = office();
    const call = openCall(world, grace, partnerId);
    const told = JSON.parse(publicationOfCall(world.as(null), call.id)?.facts ?? '');
    expect(told.dates.map((each: { kind: string }) => each.kind)).toEqual(['pitch-day', 'decisions']);
  });

  it('waits for a tick when there is no plan', () => {
    const { world, partnerId, grace } = office();
    const { id } = draftCall(world, grace, partnerId);
    setCallDates(world.as(grace), id, []);
    expect(publishCall(world.as(grace), id)).toEqual({ ok: false, reason: 'warnings-not-ticked' });
    expect(publishCall(world.as(grace), id, ['plan-empty']).ok).toBe(true);
  });

  it('is stopped by a plan that no longer fits the facts', () => {
    const { world, partnerId, grace } = office();
    const { id } = draftCall(world, grace, partnerId);
    const closesAt = world.now() + 60 * DAY;
    editCall(world.as(grace), id, trialDraft(world, partnerId, { closesAt }));
    expect(publishCall(world.as(grace), id)).toEqual({ ok: false, reason: 'plan-out-of-order' });
    setCallDates(world.as(grace), id, [date('pitch-day', closesAt + DAY), date('decisions', closesAt + 2 * DAY)]);
    expect(publishCall(world.as(grace), id).ok).toBe(true);
  });

  it('freezes the dates against every statement', () => {
    const { world, partnerId, grace } = office();
    const draft = draftCall(world, grace, partnerId, { slug: 'a-draft' });
    const { id, dates } = openCall(world, grace, partnerId);
    const one = eq(callDate.id, dates[0]?.id ?? '');
    const { db } = world;
    const statements = [
      () =>
        db
          .insert(callDate)
          .values({ ...date('panel-meeting', world.now()), id: 'new', callId: id })
          .run(),
      () => db.update(callDate).set({ place: 'Elsewhere' }).where(one).run(),
      () => db.update(callDate).set({ callId: draft.id }).where(one).run(),
      () => db.update(callDate).set({ callId: id }).where(eq(callDate.callId, draft.id)).run(),
      () => db.delete(callDate).where(one).run(),
    ];
    for (const statement of statements) expect(statement, String(statement)).toThrow(/frozen/);
    expect(callById(world.as(null), id)?.dates).toEqual(dates);
  });
});

describe('the page of the plan', () => {
  const at = (world: TestWorld, who: Id | null, callId: Id, posted?: Record<string, string>) =>
    asked(world, who, { callId }, posted);
  const posted = (rows: readonly PlanRow[], intent: string) => ({
    ...Object.fromEntries(Object.entries(fieldsOf(rows)).map(([name, [value = '']]) => [name, value])),
    intent,
  });
  const row = (kind: DateKind, startsAt: string, until = '', place = ''): PlanRow => ({
    id: '',
    kind,
    startsAt,
    until,
    place,
  });
  const press = async (args: ReturnType<typeof at>) => {
    const { reply } = await answerOf(() => planAction(args));
    return rowsIn((reply as FormReply).typed);
  };

  function emptyDraft() {
    const { world, partnerId, grace } = office();
    const opened = (typed: string) => {
      const read = readLocalTime(typed, 'Europe/London');
      return read.ok ? read.value : 0;
    };
    const { id } = draftCall(world, grace, partnerId, {
      opensAt: opened('2026-03-09T09:00'),
      closesAt: opened('2026-04-20T12:00'),
    });
    setCallDates(world.as(grace), id, []);
    return { world, grace, id };
  }

  it('has room for every kind of date before anything is written', () => {
    const { world, grace, id } = emptyDraft();
    const { rows } = planLoader(at(world, grace, id));
    expect(rows.map(({ kind }) => kind)).toEqual([
      'information-session',
      'draft-feedback',
      'questions-close',
      'eligibility-check',
      'panel-meeting',
      'pitch-day',
      'decisions',
      'feedback-release',
    ]);
  });

  it('saves times on the clock of the call, and shows them again as they were typed', async () => {
    const { world, grace, id } = emptyDraft();
    const rows = [
      row('information-session', '2026-03-28T18:00', '19:30', 'The old library'),
      row('questions-close', '2026-03-30T17:00'),
      row('decisions', ''),
    ];
    const saved = await answerOf(() => planAction(at(world, grace, id, posted(rows, 'save'))));
    expect(saved.to).toBe(`/staff/calls/${id}`);
    expect(callById(world.as(null), id)?.dates.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
      '2026-03-28T18:00:00.000Z',
      // The clocks went forward between the two.
      '2026-03-30T16:00:00.000Z',
    ]);
    const shown = planLoader(at(world, grace, id)).rows.filter(({ startsAt }) => startsAt !== '');
    expect(shown.map(({ id: _, ...typed }) => typed)).toEqual(rows.slice(0, 2).map(({ id: _, ...typed }) => typed));
  });

  it('says at each field what is wrong, and loses nothing', async () => {
    const { world, grace, id } = emptyDraft();
    const rows = [
      row('information-session', '', '', 'Only a place'),
      row('information-session', '2026-03-29T01:30', '', ''),
      row('information-session', '2026-03-26T18:00', '17:00', ''),
      row('decisions', '2026-04-01T12:00'),
      row('panel-meeting', '2026-05-01T18:00', 'late'),
    ];
    const { status, reply } = await answerOf(() => planAction(at(world, grace, id, posted(rows, 'save'))));
    expect(status).toBe(422);
    expect(reply?.errors).toEqual({
      'rows[0].startsAt': words.dayMissing,
      'rows[1].startsAt': words.unreadable['skipped-by-the-clock'],
      'rows[2].until': words.faults['ends-before-it-starts'],
      'rows[3].startsAt': words.faults['before-closing'],
      'rows[4].until': words.untilFaults['not-a-time'],
    });
    expect(rowsIn(reply?.typed ?? {})).toEqual(rows);
    expect(callById(world.as(null), id)?.dates).toEqual([]);
  });

  it('adds and takes away rows without judging or saving what is typed', async () => {
    const { world, grace, id } = emptyDraft();
    const rows = [row('information-session', 'soon', '', 'Here'), row('panel-meeting', '2026-05-01T18:00')];
    const added = await press(at(world, grace, id, posted(rows, 'add panel-meeting')));
    expect(added).toEqual([...rows, row('panel-meeting', '')]);
    const removed = await press(at(world, grace, id, posted(added, 'remove 1')));
    expect(removed.slice(0, 2)).toEqual([rows[0], row('panel-meeting', '')]);
    const last = await press(at(world, grace, id, posted(rows, 'remove 0')));
    expect(last.filter(({ kind }) => kind === 'information-session')).toEqual([row('information-session', '')]);
    expect(callById(world.as(null), id)?.dates).toEqual([]);
  });

  it('proposes what is missing, which can be saved as it is', async () => {
    const { world, grace, id } = emptyDraft();
    const own = row('panel-meeting', '2026-05-05T10:00', '12:00');
    const proposed = await press(at(world, grace, id, posted([own], 'propose')));
    expect(proposed.filter(({ kind }) => kind === 'panel-meeting')).toEqual([own]);
    expect(proposed.filter(({ startsAt }) => startsAt === '')).toEqual([]);
    const saved = await answerOf(() => planAction(at(world, grace, id, posted(proposed, 'save'))));
    expect(saved.status).toBe(302);
    expect(callById(world.as(null), id)?.dates).toHaveLength(8);
    expect(publishCall(world.as(grace), id).ok).toBe(true);
  });

  it('is found by its managers alone, and leads back once the call is published', async () => {
    const { world, grace, id } = emptyDraft();
    const someone = world.person('Amina');
    expect((await answerOf(() => planLoader(at(world, someone, id)))).status).toBe(404);
    expect((await answerOf(() => planAction(at(world, someone, id, { intent: 'propose' })))).status).toBe(404);
    publishCall(world.as(grace), id, ['plan-empty']);
    expect((await answerOf(() => planLoader(at(world, grace, id)))).to).toBe(`/staff/calls/${id}`);
    const late = await answerOf(() => planAction(at(world, grace, id, posted([], 'save'))));
    expect(late).toMatchObject({ status: 422, reply: { message: callWords.alreadyPublished } });
  });
});

describe('reminding of dates', () => {
  /** Letters about the dates of calls, in the order in which they were written. */
  async function lettersOf(world: TestWorld) {
    await keepPromises(() => world.as(null), keepers);
    return world.db.select({ to: message.recipient, subject: message.subject, text: message.text }).from(message).all();
  }

  it('writes to every manager some days before, once', async () => {
    const { world, partnerId, grace } = office();
    const { closesAt, id } = openCall(world, grace, partnerId);
    world.moveTo(closesAt - 3 * DAY - 1);
    expect(remindOfDates(world.as(null))).toEqual({ promised: 0 });
    world.pass(1);
    expect(remindOfDates(world.as(null))).toEqual({ promised: 1 });
    expect(remindOfDates(world.as(null))).toEqual({ promised: 0 });
    const letters = await lettersOf(world);
    expect(letters.map(({ to }) => to).toSorted()).toEqual(['grace@people.example', 'gwen@people.example']);
    expect(letters[0]?.subject).toMatch(/^Applications close on Monday,? 30 March 2026 .*: Ideas for our street$/);
    expect(letters[0]?.text).toContain(words.letterNext.closes);
    expect(letters[0]?.text).toContain(`/staff/calls/${id}`);
  });

  it('puts what came near while the portal was down into one letter, without what is over', async () => {
    const { world, partnerId, grace } = office();
    const { closesAt } = openCall(world, grace, partnerId);
    // Pitch day comes 30 days after the closing, the answers 10 days later.
    world.moveTo(closesAt + 38 * DAY);
    expect(remindOfDates(world.as(null))).toEqual({ promised: 1 });
    const letters = await lettersOf(world);
    expect(letters).toHaveLength(2);
    expect(letters[0]?.subject).toContain(plan.kinds.decisions);
    expect(letters[0]?.text).not.toContain(plan.kinds['pitch-day']);
  });

  it('says several dates in one letter', async () => {
    const { world, partnerId, grace } = office();
    const { id, closesAt } = draftCall(world, grace, partnerId);
    setCallDates(world.as(grace), id, [
      date('pitch-day', closesAt + 5 * DAY),
      date('decisions', closesAt + 6 * DAY),
      date('feedback-release', closesAt + 7 * DAY),
    ]);
    publishCall(world.as(grace), id);
    world.moveTo(closesAt + 4 * DAY);
    expect(remindOfDates(world.as(null))).toEqual({ promised: 1 });
    const [letter] = await lettersOf(world);
    expect(letter?.subject).toBe('3 dates are near: Ideas for our street');
    for (const kind of ['pitch-day', 'decisions', 'feedback-release'] as const) {
      expect(letter?.text).toContain(words.letterNext[kind]);
    }
  });

  it('writes nothing when the dates have come before the letter could be written', async () => {
    const { world, partnerId, grace } = office();
    const { closesAt } = openCall(world, grace, partnerId);
    world.moveTo(closesAt - DAY);
    expect(remindOfDates(world.as(null))).toEqual({ promised: 1 });
    world.moveTo(closesAt);
    expect(await lettersOf(world)).toEqual([]);
  });

  it('says nothing about a draft', () => {
    const { world, partnerId, grace } = office();
    const { opensAt } = draftCall(world, grace, partnerId);
    world.moveTo(opensAt - 1);
    expect(remindOfDates(world.as(null))).toEqual({ promised: 0 });
  });
});

describe('what anybody can take along', () => {
  const visitor = (world: TestWorld, slug = '') => asked(world, null, { slug });

  it('is the dates of a published call as a calendar, and of a draft not even for its manager', async () => {
    const { world, partnerId, grace } = office();
    const call = draftCall(world, grace, partnerId);
    const asManager = asked(world, grace, { slug: call.slug });
    expect((await answerOf(() => calendarLoader(asManager))).status).toBe(404);
    publishCall(world.as(grace), call.id);
    const response = calendarLoader(visitor(world, call.slug));
    expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
    const written = await response.text();
    expect(written.match(/^UID:.+$/gm)).toEqual([
      `UID:${call.id}-opens@localhost`,
      `UID:${call.id}-closes@localhost`,
      ...call.dates.map(({ id }) => `UID:${id}@localhost`),
    ]);
    world.pass(DAY);
    expect(await calendarLoader(visitor(world, call.slug)).text()).toBe(written);
  });

  it('is opening, closing and information sessions of open and coming calls', async () => {
    const { world, partnerId, grace } = office();
    const open = openCall(world, grace, partnerId);
    const coming = draftCall(world, grace, partnerId, {
      slug: 'coming',
      title: 'Coming',
      opensAt: world.now() + 60 * DAY,
      closesAt: world.now() + 90 * DAY,
    });
    setCallDates(world.as(grace), coming.id, [date('information-session', coming.opensAt), ...coming.dates]);
    publishCall(world.as(grace), coming.id);
    const summaries = async () => (await callsCalendarLoader(visitor(world)).text()).match(/^SUMMARY:.+$/gm) ?? [];
    expect(await summaries()).toEqual([
      'SUMMARY:Applications open: Ideas for our street',
      'SUMMARY:Applications close: Ideas for our street',
      'SUMMARY:Applications open: Coming',
      'SUMMARY:Information session: Coming',
      'SUMMARY:Applications close: Coming',
    ]);
    world.moveTo(open.closesAt);
    expect((await summaries()).filter((summary) => summary.includes('our street'))).toEqual([]);
  });

  it('is a feed of open and coming calls, without closed ones and drafts', async () => {
    const { world, partnerId, grace } = office();
    draftCall(world, grace, partnerId, { slug: 'draft' });
    const call = openCall(world, grace, partnerId);
    const response = feedLoader(visitor(world));
    expect(response.headers.get('Content-Type')).toBe('application/feed+json; charset=utf-8');
    const written = await response.text();
    const [item, ...more] = JSON.parse(written).items;
    expect(more).toEqual([]);
    expect(item).toMatchObject({ url: `http://localhost:3000/calls/${call.slug}`, tags: ['Housing', 'Health'] });
    expect(item.content_text).toContain('You live here.');
    expect(written).not.toContain(grace);
    world.moveTo(call.closesAt);
    expect(JSON.parse(await feedLoader(visitor(world)).text()).items).toEqual([]);
  });

  it('is all questions as a document, for a preview too', async () => {
    const { world, partnerId, grace } = office();
    const call = draftCall(world, grace, partnerId, { title: 'Ideas für uns' });
    expect((await answerOf(() => documentLoader(visitor(world, call.slug)))).status).toBe(404);
    const response = documentLoader(asked(world, grace, { slug: call.slug }));
    expect(response.headers.get('Content-Type')).toBe('application/rtf');
    expect(response.headers.get('Content-Disposition')).toBe(
      'attachment; filename="ideas-for-our-street-questions.rtf"',
    );
    const written = await response.text();
    expect(written).toContain('Ideas f\\u252?r uns');
    for (const question of call.questions) expect(written).toContain(`${question.position}. `);
    expect(written.match(/\\trowd/g)?.length).toBe(call.questions.filter(({ options }) => options.length === 0).length);
    expect(written).toContain('Pitch day: ');
    expect(written).toContain('http://localhost:3000/calls/ideas-for-our-street');
  });

  it('speaks the language of whoever asks around the words of the call', async () => {
    const { world, partnerId, grace } = office();
    const call = openCall(world, grace, partnerId);
    const inArabic = (slug?: string) => {
      const ask = visitor(world, slug);
      return { ...ask, context: { ...ask.context, portal: { ...ask.context.portal, language: 'ar' } } };
    };
    const arabic = wordsIn('ar').words;
    const document = await documentLoader(inArabic(call.slug)).text();
    const written = (text: string) => text.replace(/[^\x20-\x7e]/g, (unit) => `\\u${unit.charCodeAt(0)}?`);
    expect(document).toContain(written(arabic.call.questionsTitle));
    expect(document).toContain(`1. ${call.questions[0]?.label}`);
    expect(document).not.toContain(wordsIn('en').words.call.questionsTitle);
    const feed = JSON.parse(await feedLoader(inArabic()).text());
    expect([feed.language, feed.items[0].language]).toEqual(['ar', 'en']);
    expect(feed.items[0].content_text).toContain(arabic.call.noPapers);
    expect(feed.items[0].title).toBe(call.title);
  });

  it('is the whole round on the page of the call, with what is over and what comes next', () => {
    const { world, partnerId, grace } = office();
    const { slug } = openCall(world, grace, partnerId);
    const states = () => callPage(world.as(null), slug)?.timeline.map(({ kind, state }) => `${kind} ${state}`);
    expect(states()).toEqual(['opens past', 'closes now', 'pitch-day next', 'decisions next']);
  });
});
