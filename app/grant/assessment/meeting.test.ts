import { describe, expect, it } from 'vitest';
import { MINUTE } from '#app/kernel/instant.ts';
import { done, refused } from '#app/kernel/outcome.ts';
import { testWorld } from '#test/world/test-world.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { attendMeeting, markAttendance } from './commands/attend-meeting.server.ts';
import { conductMeeting, endMeeting } from './commands/conduct-meeting.server.ts';
import { declareConflicts } from './commands/declare-conflicts.server.ts';
import { enterVote } from './commands/enter-vote.server.ts';
import { openMeeting } from './commands/open-meeting.server.ts';
import { saveMeetingNotes } from './commands/save-meeting-notes.server.ts';
import { castPanelVote, changeScores } from './commands/speak-in-meeting.server.ts';
import { meetingRecord } from './queries/meeting-record.server.ts';
import { meetingScreen } from './queries/meeting-screen.server.ts';
import { meetingSeat } from './queries/meeting-seat.server.ts';
import { meetingsOf, panelVotes } from './queries/meetings-of.server.ts';
import { panelRanking } from './queries/panel-ranking.server.ts';
import type { Vote } from './rules/meeting-votes.ts';
import { everybody, inTheRoom, type Room } from './trial-meeting.testing.ts';
import { must, scoringPanel } from './trial-panel.testing.ts';

const items = ({ world, call }: Room) => meetingsOf(world.as(null), call.id).at(-1)?.items ?? [];
const item = (room: Room, applicant: string) =>
  items(room).find(({ applicationId }) => applicationId === room.id(applicant));

describe('the agenda', () => {
  it('holds every application, the greatest disagreement first', () => {
    const room = inTheRoom();
    const order = items(room).map(({ applicationId }) => applicationId);
    expect(order).toEqual(['Amina', 'Hana', 'Yusuf'].map(room.id));
  });

  it('passes over what was taken back since', async () => {
    const room = inTheRoom(...everybody);
    must(await withdrawApplication(room.world.as(room.world.person('Amina')), room.id('Amina')));
    must(room.press({ press: 'next' }));
    expect(item(room, 'Hana')?.state).toBe('now');
  });

  it('leaves out in a second meeting what the first has talked about', () => {
    const room = inTheRoom(...everybody);
    const chair = room.world.as(room.grace);
    must(room.press({ press: 'next' }));
    must(endMeeting(chair, room.call.id));
    room.world.pass(MINUTE);
    must(openMeeting(room.world.as(room.grace), room.call.id));
    expect(items(room).map(({ state }) => state)).toEqual(['left-out', 'waiting', 'waiting']);
  });
});

describe('who may chair', () => {
  it('is whoever runs the panel, and nobody else', () => {
    const room = inTheRoom('Bo');
    const { world, call, id } = room;
    for (const nobody of [id('Bo'), world.person('Amina'), null]) {
      const other = world.as(nobody);
      expect(openMeeting(other, call.id)).toEqual(refused('not-found'));
      expect(conductMeeting(other, call.id, { press: 'next' }, null)).toEqual(refused('not-found'));
      expect(endMeeting(other, call.id)).toEqual(refused('not-found'));
      expect(markAttendance(other, call.id, room.member('Bo'), 'gone')).toEqual(refused('not-found'));
      expect(saveMeetingNotes(other, call.id, id('Amina'), 'Mine.', 0)).toEqual(refused('not-found'));
    }
  });

  it('opens one meeting at a time, after scoring', () => {
    const room = inTheRoom();
    expect(openMeeting(room.world.as(room.grace), room.call.id)).toEqual(refused('already-open'));
    const world = testWorld();
    const { call, grace } = scoringPanel(world);
    expect(openMeeting(world.as(grace), call.id)).toEqual(refused('not-closed'));
  });

  it('presses a button twice and one application is called', () => {
    const room = inTheRoom(...everybody);
    const chair = room.world.as(room.grace);
    must(conductMeeting(chair, room.call.id, { press: 'next' }, null));
    expect(conductMeeting(chair, room.call.id, { press: 'next' }, null)).toEqual(refused('moved-on'));
    expect(item(room, 'Amina')?.state).toBe('now');
  });
});

describe('somebody with a tie', () => {
  it('is asked to leave when the application is called, and it is written down when she does', () => {
    const room = inTheRoom(...everybody);
    const { world, call, id } = room;
    must(room.press({ press: 'call', applicationId: id('Hana') }));
    const asked = { memberId: room.member('Nadia'), askedAt: world.now(), leftAt: null };
    expect(item(room, 'Hana')?.away).toEqual([asked]);
    world.pass(MINUTE);
    must(attendMeeting(world.as(id('Nadia')), call.id, 'out'));
    expect(item(room, 'Hana')?.away).toEqual([{ ...asked, leftAt: world.now() }]);
    expect(attendMeeting(world.as(id('Bo')), call.id, 'out')).toEqual(refused('need-not-leave'));
  });

  it('is asked, too, when she comes late', () => {
    const room = inTheRoom('Bo', 'Helen');
    must(room.press({ press: 'call', applicationId: room.id('Hana') }));
    expect(item(room, 'Hana')?.away).toEqual([]);
    must(markAttendance(room.world.as(room.grace), room.call.id, room.member('Nadia'), 'here'));
    expect(item(room, 'Hana')?.away.map(({ memberId }) => memberId)).toEqual([room.member('Nadia')]);
  });

  it('neither votes nor changes a score, and is told nothing but that it has moved on', () => {
    const room = inTheRoom(...everybody);
    const nadia = room.world.as(room.id('Nadia'));
    must(room.press({ press: 'call', applicationId: room.id('Hana') }));
    expect(castPanelVote(nadia, room.call.id, room.id('Hana'), 'for')).toEqual(refused('kept-away'));
    expect(changeScores(nadia, room.call.id, room.id('Hana'), {})).toEqual(refused('kept-away'));
  });

  it('takes her vote and her seat in the quorum with her when the tie comes to light late', () => {
    const room = inTheRoom(...everybody);
    const { world, call, id } = room;
    must(room.press({ press: 'call', applicationId: id('Amina') }));
    for (const name of everybody) must(castPanelVote(world.as(id(name)), call.id, id('Amina'), 'for'));
    expect(item(room, 'Amina')?.votes).toEqual({ for: 3, against: 0, abstain: 0, setAside: 0, entered: 0, unheard: 0 });
    must(declareConflicts(world.as(id('Bo')), call.id, [{ applicationId: id('Amina'), reason: 'I cook with them.' }]));
    expect(item(room, 'Amina')?.votes).toEqual({ for: 2, against: 0, abstain: 0, setAside: 1, entered: 0, unheard: 0 });
    // Beside what the room saw before it would be said how she voted.
    expect(item(room, 'Amina')?.firstVotes).toBeNull();
    expect(castPanelVote(world.as(id('Helen')), call.id, id('Amina'), 'against')).toEqual(refused('no-quorum'));
    must(attendMeeting(world.as(id('Bo')), call.id, 'out'));
    expect(item(room, 'Amina')?.away).toHaveLength(1);
    must(room.press({ press: 'clear' }));
    expect(item(room, 'Amina')?.quorum).toMatchObject({ here: 3, free: 2, needed: 3, isMet: false });
    must(endMeeting(world.as(room.grace), call.id));
    expect(panelVotes(world.as(null), call.id).has(id('Amina'))).toBe(false);
  });
});

describe('a vote of the panel', () => {
  it('can be changed until the next application is called', () => {
    const room = inTheRoom(...everybody);
    const { world, call, id } = room;
    must(room.press({ press: 'next' }));
    must(castPanelVote(world.as(id('Bo')), call.id, id('Amina'), 'for'));
    must(castPanelVote(world.as(id('Bo')), call.id, id('Amina'), 'against'));
    must(castPanelVote(world.as(id('Nadia')), call.id, id('Amina'), 'abstain'));
    must(castPanelVote(world.as(id('Helen')), call.id, id('Amina'), 'for'));
    must(room.press({ press: 'next' }));
    expect(castPanelVote(world.as(id('Bo')), call.id, id('Amina'), 'for')).toEqual(refused('moved-on'));
    expect(item(room, 'Amina')?.votes).toEqual({ for: 1, against: 1, abstain: 1, setAside: 0, entered: 0, unheard: 0 });
    expect(panelVotes(world.as(null), call.id).size).toBe(0);
    must(endMeeting(world.as(room.grace), call.id));
    expect(panelVotes(world.as(null), call.id).get(id('Amina'))).toMatchObject({ for: 1, against: 1 });
  });

  it('needs a quorum of those who are there', () => {
    const room = inTheRoom('Bo', 'Nadia');
    must(room.press({ press: 'next' }));
    const vote = () => castPanelVote(room.world.as(room.id('Bo')), room.call.id, room.id('Amina'), 'for');
    expect(vote()).toEqual(refused('no-quorum'));
    must(attendMeeting(room.world.as(room.id('Helen')), room.call.id, 'here'));
    expect(vote()).toEqual(done('cast'));
    must(attendMeeting(room.world.as(room.id('Helen')), room.call.id, 'gone'));
    expect(vote()).toEqual(refused('no-quorum'));
  });

  it('is for members who have come', () => {
    const room = inTheRoom('Bo', 'Nadia');
    must(room.press({ press: 'next' }));
    const vote = (name: string) =>
      castPanelVote(room.world.as(room.world.person(name)), room.call.id, room.id('Amina'), 'for');
    expect(vote('Helen')).toEqual(refused('not-here'));
    expect(vote('Amina')).toEqual(refused('not-found'));
  });
});

describe('a vote that is said aloud', () => {
  const entering = (...here: readonly string[]) => {
    const room = inTheRoom(...here);
    must(room.press({ press: 'call', applicationId: room.id('Amina') }));
    const enter = (name: string, vote: Vote = 'for', by = room.grace) =>
      enterVote(room.world.as(by), room.call.id, {
        memberId: room.member(name),
        applicationId: room.id('Amina'),
        vote,
      });
    return { room, enter };
  };

  it('is entered by the chair, counts, and is on record with who entered it', () => {
    const { room, enter } = entering(...everybody);
    expect(enter('Bo')).toEqual(done('entered'));
    expect(enter('Bo', 'against')).toEqual(done('entered'));
    for (const name of ['Nadia', 'Helen'])
      must(castPanelVote(room.world.as(room.id(name)), room.call.id, room.id('Amina'), 'for'));
    const votes = { for: 2, against: 1, abstain: 0, setAside: 0, entered: 1, unheard: 0 };
    expect(item(room, 'Amina')).toMatchObject({
      votes,
      entered: [{ memberId: room.member('Bo'), enteredBy: room.grace }],
    });
    const seat = (name: string) => meetingSeat(room.world.as(room.id(name)), room.call.id)?.meeting?.table;
    expect(seat('Bo')).toMatchObject({ myVote: 'against', isEntered: true, voting: { entered: 1, isWhole: true } });
    expect(seat('Helen')).toMatchObject({ myVote: 'for', isEntered: false, voting: { entered: 1 } });
    expect(meetingScreen(room.world.as(room.grace), room.call.id)?.now).toMatchObject({ voting: { entered: 1 } });
    const record = () => meetingRecord(room.world.as(room.grace), room.call.id)?.meetings[0]?.items[0]?.entered;
    expect(record()).toEqual([]);
    // The room has seen it: nobody says another one aloud for Bo.
    expect(enter('Bo', 'for')).toEqual(refused('result-known'));
    expect(item(room, 'Amina')?.votes).toMatchObject({ against: 1 });
    must(endMeeting(room.world.as(room.grace), room.call.id));
    expect(record()).toEqual([{ name: 'Bo', by: 'Grace' }]);
  });

  it('is not entered over what the room has seen, though it is hidden again since, and what it saw is kept', () => {
    const { room, enter } = entering(...everybody);
    const as = (name: string) => room.world.as(room.id(name));
    const voting = () => {
      const now = meetingScreen(room.world.as(room.grace), room.call.id)?.now;
      return now?.kind === 'item' ? now.voting : null;
    };
    must(enter('Bo', 'against'));
    must(castPanelVote(as('Helen'), room.call.id, room.id('Amina'), 'for'));
    expect(voting()).toMatchObject({ count: null });
    must(attendMeeting(as('Nadia'), room.call.id, 'gone'));
    const first = { for: 1, against: 1, abstain: 0 };
    expect(voting()).toMatchObject({ count: first, first: null });
    must(attendMeeting(as('Nadia'), room.call.id, 'here'));
    expect(voting()).toMatchObject({ count: null, first: null });
    expect(enter('Bo', 'for')).toEqual(refused('result-known'));
    // Her own vote was never part of it.
    must(enter('Nadia', 'for'));
    must(castPanelVote(as('Bo'), room.call.id, room.id('Amina'), 'for'));
    expect(voting()).toMatchObject({ count: { for: 3, against: 0, abstain: 0 }, first });
    const record = () => meetingRecord(room.world.as(room.grace), room.call.id)?.meetings[0]?.items[0]?.firstVotes;
    expect(record()).toBeNull();
    must(endMeeting(room.world.as(room.grace), room.call.id));
    expect(record()).toEqual(first);
  });

  it('is for whoever is marked as here, free of ties, and has not voted herself', () => {
    const { room, enter } = entering(...everybody);
    must(castPanelVote(room.world.as(room.id('Bo')), room.call.id, room.id('Amina'), 'against'));
    expect(enter('Bo')).toEqual(refused('has-voted'));
    expect(item(room, 'Amina')?.votes).toMatchObject({ for: 0, against: 1, entered: 0 });
    must(markAttendance(room.world.as(room.grace), room.call.id, room.member('Nadia'), 'gone'));
    expect(enter('Nadia')).toEqual(refused('not-here'));
    must(markAttendance(room.world.as(room.grace), room.call.id, room.member('Nadia'), 'here'));
    must(room.press({ press: 'call', applicationId: room.id('Hana') }));
    expect(enter('Helen')).toEqual(refused('moved-on'));
    const hana = { memberId: room.member('Nadia'), applicationId: room.id('Hana'), vote: 'for' } as const;
    expect(enterVote(room.world.as(room.grace), room.call.id, hana)).toEqual(refused('kept-away'));
  });

  it('is hers again when she votes on a phone after all', () => {
    const { room, enter } = entering(...everybody);
    must(enter('Bo'));
    must(castPanelVote(room.world.as(room.id('Bo')), room.call.id, room.id('Amina'), 'abstain'));
    expect(item(room, 'Amina')).toMatchObject({ votes: { for: 0, abstain: 1, entered: 0 }, entered: [] });
    expect(enter('Bo')).toEqual(refused('has-voted'));
    const raw = room.world.db.$client.prepare('update panel_vote set entered_by = ?');
    expect(() => raw.run(room.grace)).toThrow('whoever has voted herself has voted');
  });

  it('needs a quorum, a meeting and the chair', () => {
    const { room, enter } = entering('Bo');
    expect(enter('Bo')).toEqual(refused('no-quorum'));
    expect(enter('Bo', 'for', room.id('Bo'))).toEqual(refused('not-found'));
    expect(enter('Nobody')).toEqual(refused('not-found'));
    must(endMeeting(room.world.as(room.grace), room.call.id));
    expect(enter('Bo')).toEqual(refused('no-meeting'));
  });
});

describe('a score that its owner changes', () => {
  it('counts at once, and what stood before is kept', () => {
    const room = inTheRoom(...everybody);
    const { world, call, id } = room;
    const before = panelRanking(world.as(null), call.id).find(({ applicationId }) => applicationId === id('Amina'));
    must(room.press({ press: 'next' }));
    const wanted = Object.fromEntries(call.criteria.map((criterion) => [criterion.id, 3]));
    const nadia = world.as(id('Nadia'));
    expect(changeScores(nadia, call.id, id('Amina'), wanted)).toEqual(done({ changed: call.criteria.length }));
    expect(changeScores(nadia, call.id, id('Amina'), wanted)).toEqual(done({ changed: 0 }));
    const after = panelRanking(world.as(null), call.id).find(({ applicationId }) => applicationId === id('Amina'));
    expect([before?.meanMilli, after?.meanMilli]).toEqual([3_000, 3_667]);
    const kept = item(room, 'Amina')?.revisions ?? [];
    expect(kept).toHaveLength(call.criteria.length);
    expect(kept[0]).toMatchObject({ memberId: room.member('Nadia'), before: 1, after: 3, changedAt: world.now() });
  });

  it('can go back to what it was, with both changes kept', () => {
    const room = inTheRoom(...everybody);
    must(room.press({ press: 'next' }));
    const { world, call, id } = room;
    const need = call.criteria[0]?.id ?? '';
    for (const score of [4, 5]) must(changeScores(world.as(id('Bo')), call.id, id('Amina'), { [need]: score }));
    expect(item(room, 'Amina')?.revisions.map(({ before, after }) => [before, after])).toEqual([
      [5, 4],
      [4, 5],
    ]);
  });

  it('is nobody else’s, and only while the application is on the table', () => {
    const room = inTheRoom(...everybody);
    const { world, call, id } = room;
    const need = call.criteria[0]?.id ?? '';
    const change = (name: string) => changeScores(world.as(world.person(name)), call.id, id('Amina'), { [need]: 2 });
    expect(change('Bo')).toEqual(refused('moved-on'));
    must(room.press({ press: 'next' }));
    expect(changeScores(world.as(room.grace), call.id, id('Amina'), { [need]: 2 })).toEqual(refused('not-found'));
    must(endMeeting(world.as(room.grace), call.id));
    expect(change('Bo')).toEqual(refused('no-meeting'));
  });
});

describe('notes', () => {
  it('are saved as they are typed, and two windows lose nothing', () => {
    const room = inTheRoom(...everybody);
    const chair = room.world.as(room.grace);
    const save = (notes: string, seen: number) => saveMeetingNotes(chair, room.call.id, room.id('Amina'), notes, seen);
    expect(save('Too early.', 0)).toEqual(refused('not-found'));
    must(room.press({ press: 'next' }));
    expect(save('A good plan.', 0)).toEqual(done({ revision: 1 }));
    expect(save('Another window.', 0)).toEqual(refused('changed-elsewhere'));
    expect(save('A good plan. Who cooks?', 1)).toEqual(done({ revision: 2 }));
    must(room.press({ press: 'next' }));
    expect(save('A good plan. Musa cooks.', 2)).toEqual(done({ revision: 3 }));
    expect(item(room, 'Amina')?.notes).toBe('A good plan. Musa cooks.');
  });
});

describe('the record of a meeting', () => {
  it('says who was there, how each application ended, and can no longer change', () => {
    const room = inTheRoom(...everybody);
    const { world, call, id } = room;
    must(room.press({ press: 'next' }));
    for (const name of everybody) must(castPanelVote(world.as(id(name)), call.id, id('Amina'), 'for'));
    world.pass(MINUTE);
    must(endMeeting(world.as(room.grace), call.id));
    const [record] = meetingsOf(world.as(null), call.id);
    expect(record).toMatchObject({ openedBy: room.grace, endedAt: world.now() });
    expect(record?.stays.map(({ memberId, wentAt }) => [memberId, wentAt])).toEqual(
      everybody.map((name) => [room.member(name), world.now()]),
    );
    expect(record?.items[0]).toMatchObject({ state: 'done', closedAt: world.now(), quorum: { free: 3, isMet: true } });
    expect(record?.items[1]).toMatchObject({ state: 'waiting', quorum: null });
    expect(conductMeeting(world.as(room.grace), call.id, { press: 'next' }, null)).toEqual(refused('no-meeting'));
    expect(attendMeeting(world.as(id('Bo')), call.id, 'gone')).toEqual(refused('no-meeting'));
    expect(saveMeetingNotes(world.as(room.grace), call.id, id('Amina'), 'Later.', 0)).toEqual(refused('no-meeting'));
  });
});
