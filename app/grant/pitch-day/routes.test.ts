import { describe, expect, it } from 'vitest';
import { createSessions } from '#app/people/sessions.server.ts';
import { writeLocalTime } from '#app/ui/local-time.ts';
import { en } from '#app/words/en/index.ts';
import { testWorld } from '#test/world/test-world.ts';
import { openCall } from '#test/world/trial-call.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { takeInShortlist } from './commands/arrange-pitches.server.ts';
import { conductStage } from './commands/conduct-stage.server.ts';
import { fixBallotPaper, takeBackBallotPaper } from './commands/fix-ballot-paper.server.ts';
import { makeSheets as newSheets } from './commands/make-sheets.server.ts';
import { castAll, type PitchEvening, pollIdOf, reveal, withOpenVote, withSheets } from './pitch-evening.testing.ts';
import { deskOf } from './queries/desk.server.ts';
import { loader as board } from './routes/board.tsx';
import { loader as boardFile } from './routes/board-file.tsx';
import { loader as booth, action as castPlainly } from './routes/booth.tsx';
import { loader as control, action as pressControl } from './routes/control.tsx';
import { action as pressDesk } from './routes/desk.tsx';
import { action as plan, loader as planPage } from './routes/plan.tsx';
import { loader as recountInPython } from './routes/recount-in-python.tsx';
import { loader as recountPage } from './routes/recount-page.tsx';
import { loader as recountProgram } from './routes/recount-program.tsx';
import { action as makeSheets } from './routes/sheets.tsx';
import { loader as vote } from './routes/vote.tsx';

type Route = (args: never) => unknown;

/** What a browser would get: the data, the 422, or the thrown answer. */
async function ask(
  evening: Pick<PitchEvening, 'world'>,
  route: Route,
  who: string | null,
  params: Record<string, string>,
  form?: Record<string, string | string[]>,
) {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(form ?? {}))
    for (const value of [values].flat()) body.append(name, value);
  const request = new Request('http://localhost:3000/here', form ? { method: 'POST', body } : {});
  const context = { portal: evening.world.as(who), sessions: createSessions(evening.world) };
  const answer = await Promise.resolve()
    .then(() => route({ request, params, context } as never))
    .catch((thrown: unknown) => thrown);
  if (answer instanceof Response) return { status: answer.status, to: answer.headers.get('Location'), data: null };
  const { data = answer, init } = (answer ?? {}) as { data?: unknown; init?: { status?: number } };
  return { status: init?.status ?? 200, to: null, data: data as Record<string, unknown> };
}

function partOf<Part>(answer: { data: Record<string, unknown> | null }, name: string): Part {
  return answer.data?.[name] as Part;
}

describe('the booth without scripts', () => {
  const typed = (evening: PitchEvening, sheet: number) =>
    (evening.sheets[sheet] ?? '').toLowerCase().replaceAll('-', ' ');

  it('asks to confirm, casts, and shows the same receipt when the form is sent again', async () => {
    const evening = withOpenVote();
    const params = { pollId: pollIdOf(evening) };
    const token = typed(evening, 0);
    const check = await ask(evening, castPlainly, null, params, { intent: 'check', token, choice: ['2', '4'] });
    const { serverRandom } = partOf<{ serverRandom: string }>(check, 'confirm');
    expect(check).toMatchObject({ status: 200, data: { confirm: { token, choices: [2, 4] } } });
    const form = { intent: 'cast', token, choice: ['2', '4'], serverRandom, firstWord: 'kettle', secondWord: 'violin' };
    const first = await ask(evening, castPlainly, null, params, form);
    expect(first).toMatchObject({ status: 200, data: { receipt: { tracker: expect.any(String) } } });
    expect(await ask(evening, castPlainly, null, params, form)).toEqual(first);
  });

  it('says what is wrong before anything is confirmed, and keeps what was typed', async () => {
    const evening = withOpenVote();
    await castAll(evening, [[1]]);
    const params = { pollId: pollIdOf(evening) };
    const tooMany = { intent: 'check', token: typed(evening, 1), choice: ['1', '2', '3', '4'], order: '4 3 2 1' };
    expect(await ask(evening, castPlainly, null, params, tooMany)).toMatchObject({
      status: 422,
      data: {
        errors: { choice: 'You chose 4. Choose 3 at most.' },
        typed: { token: [tooMany.token], order: ['4 3 2 1'] },
      },
    });
    const used = { intent: 'check', token: typed(evening, 0), choice: '1' };
    expect(await ask(evening, castPlainly, null, params, used)).toMatchObject({
      status: 422,
      data: { errors: { token: expect.stringContaining('used already') } },
    });
    const none = { intent: 'check', token: 'nonsense' };
    expect(await ask(evening, castPlainly, null, params, none)).toMatchObject({
      status: 422,
      data: { errors: { token: expect.stringContaining('do not know'), choice: 'Choose one group or more.' } },
    });
  });

  it('shows every voter another order, and consumes nothing by being looked at', async () => {
    const evening = withOpenVote();
    const params = { pollId: pollIdOf(evening) };
    const orders = new Set<string>();
    for (let look = 0; look < 40; look += 1) {
      const shown = await ask(evening, booth, null, params);
      const { options } = partOf<{ options: { choice: number }[] }>(shown, 'booth');
      orders.add(options.map((option) => option.choice).join());
    }
    expect(orders.size).toBeGreaterThan(5);
    expect((await ask(evening, vote, null, {})).to).toBe(`/vote/${params.pollId}`);
  });

  it('knows no draft and no foreign poll', async () => {
    const evening = withSheets();
    expect((await ask(evening, booth, null, { pollId: pollIdOf(evening) })).status).toBe(404);
    expect((await ask(evening, booth, null, { pollId: 'zzzzzzzzzzzzzzzzzzzz' })).status).toBe(404);
    expect((await ask(evening, boardFile, null, { pollId: pollIdOf(evening) })).status).toBe(404);
  });
});

describe('the control page', () => {
  it('answers 422 to a stale button and shows the present', async () => {
    const evening = withSheets();
    const { Grace } = evening.round.staff;
    const params = { eventId: evening.eventId };
    const seen = String(deskOf(evening.world.as(Grace), evening.callId)?.event?.version);
    const press = { version: seen, press: 'next' };
    expect((await ask(evening, pressControl, Grace, params, press)).to).toBe(
      `/staff/events/${evening.eventId}/control`,
    );
    const stale = await ask(evening, pressControl, Grace, params, press);
    expect(stale).toMatchObject({
      status: 422,
      data: { message: en.pitchDay.refusals['moved-on'] },
    });
    const present = await ask(evening, control, Grace, params);
    expect(present.data?.control).toMatchObject({ stage: { current: { position: 1 } } });
  });

  it('closes the vote only after a tick, and is nobody else’s page', async () => {
    const evening = withOpenVote();
    const { Grace, Finn } = evening.round.staff;
    const params = { eventId: evening.eventId };
    const version = String(deskOf(evening.world.as(Grace), evening.callId)?.event?.version);
    const close = { version, press: 'close-vote' };
    expect((await ask(evening, pressControl, Grace, params, close)).status).toBe(422);
    expect((await ask(evening, pressControl, Finn, params, { ...close, understood: 'on' })).status).toBe(404);
    expect((await ask(evening, control, Finn, params)).status).toBe(404);
    expect((await ask(evening, control, null, params)).to).toContain('/sign-in');
    expect((await ask(evening, pressControl, Grace, params, { ...close, understood: 'on' })).status).toBe(302);
  });
});

describe('the desk', () => {
  it('answers the sheets themselves, once, and only after a tick', async () => {
    const evening = withSheets();
    const { Grace } = evening.round.staff;
    const params = { callId: evening.callId };
    const unticked = await ask(evening, makeSheets, Grace, params, { count: '3' });
    expect(unticked).toMatchObject({ status: 422, data: { typed: { count: ['3'] } } });
    const made = await ask(evening, makeSheets, Grace, params, { count: '3', understood: 'on' });
    expect(made).toMatchObject({ status: 200, data: { label: 'A-2' } });
    expect(made.data?.tokens).toHaveLength(3);
    expect((await ask(evening, makeSheets, Grace, params, { count: '501', understood: 'on' })).status).toBe(422);
    const stranger = evening.round.people.Amina ?? '';
    expect((await ask(evening, makeSheets, stranger, params, { count: '3', understood: 'on' })).status).toBe(404);
    expect((await ask(evening, makeSheets, stranger, params, {})).status).toBe(404);
  });

  it('freezes no ballot paper with a group that has left, and names it', async () => {
    const evening = withSheets();
    const { round, callId, world } = evening;
    const { Grace } = round.staff;
    const freeze = () => ask(evening, pressDesk, Grace, { callId }, { intent: 'freeze', understood: 'on' });
    mustBe(
      await withdrawApplication(world.as(round.people.Bilal ?? ''), round.applications.Bilal ?? '', 'Moved away.'),
    );
    const [gone] = deskOf(world.as(Grace), callId)?.pitches.filter((pitch) => pitch.isGone) ?? [];
    expect(await freeze()).toMatchObject({
      status: 422,
      data: { message: expect.stringContaining(`no longer on the shortlist: ${gone?.groupName}.`) },
    });
    expect(deskOf(world.as(Grace), callId)?.poll?.state).toBe('draft');
    mustBe(takeBackBallotPaper(world.as(Grace), callId));
    mustBe(takeInShortlist(world.as(Grace), callId));
    mustBe(fixBallotPaper(world.as(Grace), callId, []));
    mustBe(newSheets(world.as(Grace), callId, 10));
    expect((await freeze()).status).toBe(302);
  });

  it('freezes after a tick, and says why it cannot', async () => {
    const evening = withSheets();
    const { Grace } = evening.round.staff;
    const params = { callId: evening.callId };
    expect((await ask(evening, pressDesk, Grace, params, { intent: 'freeze' })).status).toBe(422);
    expect((await ask(evening, pressDesk, Grace, params, { intent: 'freeze', understood: 'on' })).status).toBe(302);
    // Whoever got no answer presses again, and is told that it is done.
    expect((await ask(evening, pressDesk, Grace, params, { intent: 'freeze', understood: 'on' })).status).toBe(302);
    const tooLate = withOpenVote();
    const again = await ask(
      tooLate,
      pressDesk,
      tooLate.round.staff.Grace,
      { callId: tooLate.callId },
      { intent: 'freeze', understood: 'on' },
    );
    expect(again).toMatchObject({ status: 422, data: { message: expect.stringContaining('frozen') } });
    expect((await ask(evening, pressDesk, Grace, params, { intent: 'burn' })).status).toBe(422);
  });

  it('begins the plan with the day and the place that applicants were promised', async () => {
    const world = testWorld();
    const { partnerId, staff } = world.partner('common-ground', { Grace: ['manager'] });
    const call = openCall(world, staff.Grace ?? '', partnerId);
    const promised = call.dates.find(({ kind }) => kind === 'pitch-day');
    const shown = await ask({ world }, planPage, staff.Grace ?? '', { callId: call.id });
    expect(partOf(shown, 'values')).toMatchObject({
      startsAt: writeLocalTime(promised?.startsAt ?? 0, call.timeZone),
      place: 'The old library',
    });
  });

  it('keeps a plan that cannot be read, field by field', async () => {
    const evening = withSheets();
    const { Grace } = evening.round.staff;
    mustBe(takeBackBallotPaper(evening.world.as(Grace), evening.callId));
    const typed = {
      title: 'Evening',
      place: '',
      address: 'Here',
      accessNotes: 'None',
      startsAt: '2026-03-29T01:30',
      pitchMinutes: '3',
      tieSource: 'Dice',
    };
    const params = { callId: evening.callId };
    expect(await ask(evening, plan, Grace, params, typed)).toMatchObject({
      status: 422,
      data: { errors: { place: 'Please fill this in.' }, typed: { title: ['Evening'] } },
    });
    expect(await ask(evening, plan, Grace, params, { ...typed, place: 'Hall' })).toMatchObject({
      status: 422,
      data: { errors: { startsAt: 'The clocks skip this hour. Choose another.' } },
    });
    const good = { ...typed, place: 'Hall', startsAt: '2026-06-01T18:00' };
    expect(await ask(evening, plan, Grace, params, { ...good, startsAt: '2026-01-05T18:00' })).toMatchObject({
      status: 422,
      data: { errors: { anotherDay: expect.stringContaining('announced another day') } },
    });
    const meant = { ...good, anotherDay: 'on' };
    expect(await ask(evening, plan, Grace, params, { ...meant, startsAt: '2026-01-05T18:00' })).toMatchObject({
      status: 422,
      data: { errors: { startsAt: 'This moment has passed. Enter one that is to come.' }, typed: { place: ['Hall'] } },
    });
    expect(await ask(evening, plan, Grace, params, { ...meant, closesAt: '2026-06-02T18:00' })).toMatchObject({
      status: 422,
      data: { errors: { closesAt: 'Sign-up must end before the day begins.' } },
    });
    expect((await ask(evening, plan, Grace, params, meant)).status).toBe(302);
    // Said once: it is the plan now.
    expect((await ask(evening, plan, Grace, params, good)).status).toBe(302);
    mustBe(fixBallotPaper(evening.world.as(Grace), evening.callId, []));
    expect((await ask(evening, plan, Grace, params, { ...good, title: 'Night' })).status).toBe(422);
  });
});

describe('the board', () => {
  it('finds a tracker however it was copied, and its choice only after the reveal', async () => {
    const evening = withOpenVote();
    await castAll(
      evening,
      Array.from({ length: 10 }, () => [2]),
    );
    mustBe(conductStage(evening.world.as(evening.round.staff.Grace), evening.eventId, 'close-vote', 3));
    const pollId = pollIdOf(evening);
    const look = async (tracker: string) => {
      const request = new Request(`http://localhost:3000/board/${pollId}?tracker=${encodeURIComponent(tracker)}`);
      const context = { portal: evening.world.as(null), sessions: createSessions(evening.world) };
      return board({ request, params: { pollId }, context } as never);
    };
    const [tracker = ''] = (await look('')).trackers;
    const copied = tracker.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o');
    expect((await look(copied)).sought).toEqual({ tracker, isThere: true, chosen: null });
    expect((await look('AAAA-AAAA-AAAA')).sought).toMatchObject({ isThere: false });
    evening.world.pass(60_000);
    mustBe(conductStage(evening.world.as(evening.round.staff.Grace), evening.eventId, 'reveal', 4));
    expect((await look(tracker)).sought?.chosen).toHaveLength(1);
  });

  it('answers "not changed" to a program that has the file, and hands out the recount programs', async () => {
    const evening = withOpenVote();
    await castAll(evening, [[1]]);
    reveal(evening);
    const pollId = pollIdOf(evening);
    const context = { portal: evening.world.as(null), sessions: createSessions(evening.world) };
    const fetchFile = (headers: Record<string, string>) =>
      boardFile({ request: new Request('http://localhost:3000/', { headers }), params: { pollId }, context } as never);
    const first = fetchFile({});
    expect(first.headers.get('Content-Type')).toContain('application/json');
    expect(await first.json()).toMatchObject({ state: 'revealed' });
    expect(fetchFile({ 'If-None-Match': first.headers.get('ETag') ?? '' }).status).toBe(304);
    expect(await recountProgram().text()).toContain('#!/usr/bin/env node');
    expect(await recountInPython().text()).toContain('#!/usr/bin/env python3');
    expect(recountPage().headers.get('Content-Disposition')).toBe('attachment; filename="recount.html"');
  });
});
