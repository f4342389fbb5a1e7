import type { LoaderFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { createSessions } from '#app/people/sessions.server.ts';
import type { FormReply } from '#app/ui/form-reply.ts';
import { statementsIn } from '#test/world/statements-in.ts';
import { hideFrom } from '../application/commands/hide-from.server.ts';
import { attendMeeting, markAttendance } from './commands/attend-meeting.server.ts';
import { endMeeting } from './commands/conduct-meeting.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { castPanelVote, changeScores } from './commands/speak-in-meeting.server.ts';
import { meetingDesk } from './queries/meeting-desk.server.ts';
import { meetingRecord } from './queries/meeting-record.server.ts';
import { meetingScreen } from './queries/meeting-screen.server.ts';
import { meetingSeat } from './queries/meeting-seat.server.ts';
import { meetingMark } from './queries/meeting-signal.server.ts';
import { meetingsOf } from './queries/meetings-of.server.ts';
import * as panelMeeting from './routes/panel-meeting.tsx';
import * as panelEvents from './routes/panel-meeting-events.ts';
import * as staffMeeting from './routes/staff-meeting.tsx';
import * as staffEvents from './routes/staff-meeting-events.ts';
import * as staffNotes from './routes/staff-meeting-notes.ts';
import * as staffRecord from './routes/staff-meeting-record.tsx';
import * as staffScreen from './routes/staff-meeting-screen.tsx';
import { everybody, inTheRoom, type Room } from './trial-meeting.testing.ts';
import { must } from './trial-panel.testing.ts';

/** What a loader or action is called with when this person asks. */
function asked(room: Room, personId: Id | null, posted?: Record<string, string>): LoaderFunctionArgs {
  const request = new Request('https://pot.example/here', {
    ...(posted === undefined ? {} : { method: 'POST', body: new URLSearchParams(posted) }),
  });
  const context = { portal: room.world.as(personId), sessions: createSessions(room.world) };
  return { request, params: { callId: room.call.id }, context };
}

/** What came of it: the status of what was thrown or returned, where it leads, and what it says. */
async function answer(act: () => unknown): Promise<{ status: number; to: string | null; message: string | null }> {
  try {
    const value = (await act()) as { data?: FormReply; init?: { status?: number } } | Response;
    if (value instanceof Response) return { status: value.status, to: null, message: null };
    return { status: value.init?.status ?? 200, to: null, message: value.data?.message ?? null };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, to: thrown.headers.get('Location'), message: null };
  }
}

const read = (page: { loader: (args: LoaderFunctionArgs) => unknown }, room: Room, personId: Id | null) =>
  answer(() => page.loader(asked(room, personId)));

/** The first thing that a follower is sent after the pause between two tries. */
async function firstSignal(response: Response): Promise<string> {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let said = '';
  while (!/data: .*\n/.test(said)) said += (await reader?.read())?.value ?? '\n\ndata: nothing\n';
  await reader?.cancel();
  return said;
}

describe('the pages of a meeting', () => {
  it('open for the chair, and for nobody else', async () => {
    const room = inTheRoom(...everybody);
    for (const page of [staffMeeting, staffScreen, staffRecord]) {
      expect((await read(page, room, room.grace)).status).toBe(200);
      for (const other of [room.id('Bo'), room.world.person('Amina')]) {
        expect((await read(page, room, other)).status).toBe(404);
      }
      expect((await read(page, room, null)).to).toMatch(/^\/sign-in/);
    }
    expect((await read(staffEvents, room, room.id('Bo'))).status).toBe(404);
  });

  it('open on the phones of members, and not on the chair’s or an applicant’s', async () => {
    const room = inTheRoom(...everybody);
    for (const page of [panelMeeting, panelEvents]) {
      expect((await read(page, room, room.grace)).status).toBe(404);
      expect((await read(page, room, room.world.person('Amina'))).status).toBe(404);
    }
    expect((await read(panelMeeting, room, room.id('Bo'))).status).toBe(200);
  });

  it('say what was wrong in words, and change nothing', async () => {
    const room = inTheRoom(...everybody);
    const post = (posted: Record<string, string>) => answer(() => staffMeeting.action(asked(room, room.grace, posted)));
    expect(await post({ intent: 'clear', seen: '' })).toMatchObject({
      status: 422,
      message: 'Nothing is on the table.',
    });
    expect((await post({ intent: 'next', seen: '' })).to).toBe(`/staff/calls/${room.call.id}/meeting`);
    expect((await post({ intent: 'next', seen: '' })).message).toMatch(/^Something else is on the table now/);
    expect((await post({ intent: 'here', memberId: 'nobody' })).status).toBe(404);
    expect((await post({ intent: 'end' })).status).toBe(422);
    expect((await post({ intent: 'end', endSure: 'on' })).to).toBe(
      `/staff/calls/${room.call.id}/meeting/record?done=ended`,
    );
  });

  it('take a vote, and refuse one on what has left the table', async () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'next' }));
    const post = (posted: Record<string, string>) =>
      answer(() => panelMeeting.action(asked(room, room.id('Bo'), posted)));
    const vote = { intent: 'vote', applicationId: room.id('Amina'), vote: 'for' };
    expect((await post(vote)).to).toBe(`/panel/${room.call.id}/meeting?done=voted`);
    expect((await post({ ...vote, vote: 'twice' })).status).toBe(404);
    must(room.press({ press: 'next' }));
    expect((await post(vote)).message).toBe('The panel has gone on to something else. Nothing was saved.');
  });

  it('take a vote that the chair enters, from her alone and once', async () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'next' }));
    const spoken = { intent: 'enter-vote', memberId: room.member('Bo'), applicationId: room.id('Amina') };
    const enter = (by: Id, vote: string) =>
      answer(() => staffMeeting.action(asked(room, by, { ...spoken, vote }) as never));
    expect((await enter(room.id('Bo'), 'for')).status).toBe(404);
    expect((await enter(room.grace, 'perhaps')).status).toBe(404);
    expect((await enter(room.grace, 'for')).to).toContain('/meeting');
    const desk = () => meetingDesk(room.world.as(room.grace), room.call.id)?.open;
    expect(
      desk()
        ?.attendees.filter(({ isEntered }) => isEntered)
        .map(({ name }) => name),
    ).toEqual(['Bo']);
    expect(desk()?.voting).toMatchObject({ cast: 1, entered: 1, count: null });
    must(castPanelVote(room.world.as(room.id('Bo')), room.call.id, room.id('Amina'), 'against'));
    const late = await enter(room.grace, 'for');
    expect([late.status, late.message]).toEqual([422, expect.stringContaining('on their own phone')]);
    expect(desk()?.voting).toMatchObject({ cast: 1, entered: 0 });
  });

  it('change the scores that were sent, and leave the others', async () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'next' }));
    const [need, plan] = room.call.criteria.map(({ id }) => id);
    const post = (posted: Record<string, string>) =>
      answer(() =>
        panelMeeting.action(
          asked(room, room.id('Bo'), { intent: 'scores', applicationId: room.id('Amina'), ...posted }),
        ),
      );
    expect((await post({ [`score-${need}`]: '4', [`score-${plan}`]: 'none' })).to).toMatch(/done=changed$/);
    expect((await post({ [`score-${need}`]: '4' })).to).toMatch(/done=not-changed$/);
    expect((await post({ [`score-${need}`]: '6' })).status).toBe(422);
    const kept = meetingsOf(room.world.as(null), room.call.id)[0]?.items[0]?.revisions ?? [];
    expect(kept.map(({ before, after }) => [before, after])).toEqual([
      [5, 4],
      [5, null],
    ]);
  });
});

describe('a page that follows', () => {
  it('hears of whatever it shows, and of nothing else', () => {
    const room = inTheRoom('Bo');
    const { world, call, id } = room;
    const member = (name: string) => world.as(id(name));
    const need = call.criteria[0]?.id ?? '';
    const tie = { applicationId: id('Amina'), reason: 'We are cousins.' };
    const steps = [
      () => attendMeeting(member('Nadia'), call.id, 'here'),
      () => markAttendance(world.as(room.grace), call.id, room.member('Helen'), 'here'),
      () => room.press({ press: 'next' }),
      () => castPanelVote(member('Bo'), call.id, id('Amina'), 'for'),
      () => castPanelVote(member('Bo'), call.id, id('Amina'), 'against'),
      () => changeScores(member('Bo'), call.id, id('Amina'), { [need]: 2 }),
      () => declareConflicts(member('Bo'), call.id, [tie]),
      () => attendMeeting(member('Bo'), call.id, 'out'),
      () => attendMeeting(member('Helen'), call.id, 'gone'),
      () => endMeeting(world.as(room.grace), call.id),
    ];
    const marks = steps.map((step) => {
      const before = meetingMark(world, call.id);
      must<unknown>(step());
      return meetingMark(world, call.id) !== before;
    });
    expect(marks).toEqual(steps.map(() => true));
    const after = meetingMark(world, call.id);
    must(declareConflicts(member('Nadia'), call.id, []));
    expect(meetingMark(world, call.id)).toBe(after);
  });
});

describe('notes that are saved while they are typed', () => {
  it('answer with their revision, and with the other text when somebody was faster', async () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'next' }));
    const save = async (notes: string, revision: string, by: Id | null = room.grace) => {
      const response = await staffNotes.action(asked(room, by, { what: room.id('Amina'), revision, notes }));
      return [response.status, await response.json()];
    };
    expect(await save('A good plan.', '0')).toEqual([200, { state: 'saved', revision: 1, errors: {} }]);
    const stored = { notes: 'A good plan.' };
    expect(await save('Another.', '0')).toEqual([409, { state: 'changed-elsewhere', revision: 1, stored, by: null }]);
    expect((await save('x'.repeat(10_001), '1'))[0]).toBe(422);
    expect((await save('Mine.', '1', room.id('Bo')))[0]).toBe(404);
    expect((await save('Mine.', '1', null))[0]).toBe(401);
  });
});

describe('somebody who must not see what is on the table', () => {
  it.each([
    ['with a tie', 'Nadia'],
    ['whose tie has just come to light', 'Bo'],
  ])('%s, is shown nothing of it on her phone', async (_, name) => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'call', applicationId: room.id('Hana') }));
    const member = room.world.as(room.id(name));
    const tie = { applicationId: room.id('Hana'), reason: 'We are cousins.' };
    if (name === 'Bo') must(declareConflicts(member, room.call.id, [tie]));
    const seat = meetingSeat(member, room.call.id);
    expect(seat?.meeting?.table).toEqual({ kind: 'away', hasLeft: false });
    expect(JSON.stringify(seat)).not.toMatch(/Hana/);
    expect(JSON.stringify(seat)).not.toContain(room.id('Hana'));
    const events = panelEvents.loader(asked(room, room.id(name)));
    expect(await firstSignal(events)).not.toContain(room.id('Hana'));
  });

  it('reads the same, whether she has said so herself or an applicant has named her', () => {
    const room = inTheRoom(...everybody);
    const applicationId = room.id('Hana');
    const named = { kind: 'person', name: 'Bo', email: null } as const;
    must(hideFrom(room.world.as(room.world.person('Hana')), applicationId, named));
    must(room.press({ press: 'call', applicationId }));
    for (const name of ['Nadia', 'Bo']) {
      const table = meetingSeat(room.world.as(room.id(name)), room.call.id)?.meeting?.table;
      expect(table).toEqual({ kind: 'away', hasLeft: false });
    }
  });

  it('cannot count on the wall what is not in her own list', async () => {
    const room = inTheRoom(...everybody);
    const wall = () => meetingScreen(room.world.as(room.grace), room.call.id)?.now;
    expect(wall()).toEqual({ kind: 'nothing', isBefore: true });
    must(room.press({ press: 'next' }));
    expect(Object.keys(wall() ?? {}).toSorted()).toEqual(['apart', 'item', 'kind', 'quorum', 'score', 'voting']);
    must(room.press({ press: 'next' }));
    must(room.press({ press: 'clear' }));
    expect(wall()).toEqual({ kind: 'nothing', isBefore: false });
  });

  it('is not named on the wall, which shows nothing until she has left', async () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'call', applicationId: room.id('Hana') }));
    const wall = () => meetingScreen(room.world.as(room.grace), room.call.id)?.now;
    expect(wall()).toEqual({ kind: 'leaving' });
    await answer(() => panelMeeting.action(asked(room, room.id('Nadia'), { intent: 'out' })));
    expect(wall()).toMatchObject({ kind: 'item', score: null });
    for (const name of everybody) expect(JSON.stringify(wall())).not.toContain(name);
  });

  it('sees the next application as everybody does', () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'call', applicationId: room.id('Hana') }));
    must(room.press({ press: 'next' }));
    const seat = meetingSeat(room.world.as(room.id('Nadia')), room.call.id);
    expect(seat?.meeting?.table).toMatchObject({ kind: 'item', item: { title: 'Amina’s plan' }, mayVote: true });
  });
});

describe('somebody with a soft tie', () => {
  it('sees what is on the table and has no vote', () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'next' }));
    const bo = room.world.as(room.id('Bo'));
    const tie = { applicationId: room.id('Amina'), reason: 'We sing in one choir.', level: 'soft' } as const;
    must(declareConflicts(bo, room.call.id, [tie]));
    const table = meetingSeat(bo, room.call.id)?.meeting?.table;
    expect(table).toMatchObject({ kind: 'item', mayVote: false, mine: null, quorum: { here: 3, free: 2 } });
    const wall = meetingScreen(room.world.as(room.grace), room.call.id)?.now;
    expect(wall?.kind).toBe('item');
  });
});

describe('votes on what is on the table', () => {
  it('are sent to nobody, the chair included, before everybody who may has voted', () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'next' }));
    const cast = (name: string, vote: 'for' | 'against') =>
      must(castPanelVote(room.world.as(room.id(name)), room.call.id, room.id('Amina'), vote));
    const shown = () => {
      const chair = room.world.as(room.grace);
      const table = meetingSeat(room.world.as(room.id('Helen')), room.call.id)?.meeting?.table;
      const wall = meetingScreen(chair, room.call.id)?.now;
      const desk = meetingDesk(chair, room.call.id)?.open;
      return [table?.kind === 'item' && table.voting, wall?.kind === 'item' && wall.voting, desk?.voting];
    };
    const recorded = () => meetingRecord(room.world.as(room.grace), room.call.id)?.meetings[0]?.items[0]?.votes;
    cast('Bo', 'for');
    cast('Nadia', 'against');
    const open = { cast: 2, mayVote: 3, markedGone: 0, entered: 0, isWhole: false, count: null, first: null };
    expect(shown()).toEqual([open, open, open]);
    cast('Helen', 'for');
    const whole = {
      cast: 3,
      mayVote: 3,
      markedGone: 0,
      entered: 0,
      isWhole: true,
      count: { for: 2, against: 1, abstain: 0 },
      first: null,
    };
    expect(shown()).toEqual([whole, whole, whole]);
    expect(recorded()).toBeNull();
    must(endMeeting(room.world.as(room.grace), room.call.id));
    expect(recorded()).toMatchObject({ for: 2, against: 1, abstain: 0 });
  });
});

describe('a vote from which the chair has sent somebody home', () => {
  it('is not shown to the room, the chair included, and the record says whose is missing', () => {
    const room = inTheRoom(...everybody);
    const chair = () => room.world.as(room.grace);
    must(room.press({ press: 'next' }));
    const cast = (name: string) => castPanelVote(room.world.as(room.id(name)), room.call.id, room.id('Amina'), 'for');
    for (const name of ['Bo', 'Nadia']) must(cast(name));
    must(markAttendance(chair(), room.call.id, room.member('Helen'), 'gone'));
    const shown = () => {
      const wall = meetingScreen(chair(), room.call.id)?.now;
      return [wall?.kind === 'item' && wall.voting, meetingDesk(chair(), room.call.id)?.open?.voting];
    };
    const open = { cast: 2, mayVote: 3, markedGone: 1, entered: 0, isWhole: false, count: null, first: null };
    expect(shown()).toEqual([open, open]);
    // She comes back: her vote makes it whole. Then she goes, by her own hand.
    must(attendMeeting(room.world.as(room.id('Helen')), room.call.id, 'here'));
    expect(shown()[1]).toMatchObject({ mayVote: 3, markedGone: 0, entered: 0, isWhole: false });
    must(attendMeeting(room.world.as(room.id('Helen')), room.call.id, 'gone'));
    expect(shown()[1]).toMatchObject({ cast: 2, mayVote: 2, markedGone: 0, entered: 0, isWhole: true });
    room.world.pass(MINUTE);
    must(attendMeeting(room.world.as(room.id('Helen')), room.call.id, 'here'));
    must(markAttendance(chair(), room.call.id, room.member('Helen'), 'gone'));
    must(room.press({ press: 'clear' }));
    expect(meetingRecord(chair(), room.call.id)?.meetings[0]?.items[0]?.unheard).toEqual([]);
    must(endMeeting(chair(), room.call.id));
    expect(meetingRecord(chair(), room.call.id)?.meetings[0]?.items[0]).toMatchObject({
      votes: { for: 2, against: 0, unheard: 1 },
      unheard: [{ name: 'Helen', wasMarkedGone: true }],
    });
  });
});

describe('figures in the room', () => {
  it('come when everybody who may has voted, on the wall and on phones', () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'next' }));
    const shown = () => {
      const table = meetingSeat(room.world.as(room.id('Bo')), room.call.id)?.meeting?.table;
      const wall = meetingScreen(room.world.as(room.grace), room.call.id)?.now;
      return [table, wall].map((each) => (each?.kind === 'item' ? (each.score?.meanMilli ?? null) : 'nothing'));
    };
    for (const name of everybody) {
      expect(shown()).toEqual([null, null]);
      must(castPanelVote(room.world.as(room.id(name)), room.call.id, room.id('Amina'), 'for'));
    }
    expect(shown()).toEqual([3_000, 3_000]);
  });

  it('are the chair’s from the beginning, with how far views lie apart', () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'next' }));
    const item = meetingDesk(room.world.as(room.grace), room.call.id)?.open?.item;
    expect(item?.score).toMatchObject({ meanMilli: 3_000, spreadMilli: 2_000, sheets: 3 });
    expect(item?.views[0]).toMatchObject({ lowest: 1, highest: 5, isFar: true });
    expect(item?.sheets.map(({ name, meanMilli }) => [name, meanMilli])).toEqual([
      ['Bo', 5_000],
      ['Helen', 3_000],
      ['Nadia', 1_000],
    ]);
  });

  it('cost as many questions for one item on the agenda as for three', async () => {
    const room = inTheRoom(...everybody);
    const asking = (shown: number) =>
      statementsIn(room.world, () => meetingDesk(room.world.as(room.grace), room.call.id, shown));
    await asking(3);
    expect(await asking(3)).toBe(await asking(1));
  });
});
