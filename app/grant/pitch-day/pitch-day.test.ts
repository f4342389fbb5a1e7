import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message, outboxPromise } from '#db/schema/platform.ts';
import { withdrawApplication } from '../application/commands/withdraw-application.server.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { closePoll } from './ballot-box/close-poll.server.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { drawOrder, shiftPitch, takeInShortlist } from './commands/arrange-pitches.server.ts';
import { castPlainVote } from './commands/cast-plain-vote.server.ts';
import { castVote } from './commands/cast-vote.server.ts';
import { conductStage } from './commands/conduct-stage.server.ts';
import { fixBallotPaper, takeBackBallotPaper } from './commands/fix-ballot-paper.server.ts';
import { keepCheckpoints } from './commands/keep-checkpoints.server.ts';
import { makeSheets, voidSheets } from './commands/make-sheets.server.ts';
import { planEvent } from './commands/plan-event.server.ts';
import { certifyVote, countPaper, freezeVote } from './commands/settle-vote.server.ts';
import {
  beforePlanning,
  castAll,
  PLAN,
  phoneBallot,
  pollIdOf,
  reveal,
  throwDice,
  withOpenVote,
  withSheets,
} from './pitch-evening.testing.ts';
import { codeStanding, currentVotes } from './queries/booth.server.ts';
import { controlView } from './queries/control-view.server.ts';
import { deskOf } from './queries/desk.server.ts';
import { eventsOfCalls } from './queries/events-of-calls.server.ts';
import { publicVoteOf } from './queries/public-vote.server.ts';
import { boardFile, publishedBoard } from './queries/published-board.server.ts';
import { stageView } from './queries/stage-view.server.ts';

/** Amina and Bilal are well ahead; nothing is tied at the line. */
const CLEAR = [[1], [1, 2], [1, 2], [2, 3], [1], [1, 2], [2], [1, 2], [1, 3], [1]];

describe('planning a pitch day', () => {
  it('takes the shortlist in, and lets only a manager of the partner do it', () => {
    const { world, round, callId } = beforePlanning();
    const plan = { ...PLAN, startsAt: world.now() + HOUR };
    for (const stranger of [null, round.staff.Finn, round.people.Amina ?? '']) {
      expect(planEvent(world.as(stranger), callId, plan)).toEqual({ ok: false, reason: 'not-found' });
    }
    mustBe(planEvent(world.as(round.staff.Grace), callId, plan));
    expect(deskOf(world.as(round.staff.Grace), callId)?.pitches.map((pitch) => pitch.title)).toHaveLength(4);
    expect(eventsOfCalls(world.as(null), [callId]).get(callId)).toMatchObject({
      place: 'The Weavers’ Hall',
      state: 'planned',
    });
    expect(deskOf(world.as(round.staff.Finn), callId)).toBeNull();
  });

  it('moves pitches and draws their order by lot until the ballot paper is fixed', () => {
    const { world, round, callId } = beforePlanning();
    const grace = () => world.as(round.staff.Grace);
    mustBe(planEvent(grace(), callId, { ...PLAN, startsAt: world.now() + HOUR }));
    const titles = () => deskOf(grace(), callId)?.pitches.map((pitch) => pitch.title) ?? [];
    const second = deskOf(grace(), callId)?.pitches[1];
    mustBe(
      shiftPitch(
        grace(),
        callId,
        { pitchId: second?.id ?? '', to: 'up' },
        deskOf(grace(), callId)?.event?.version ?? 0,
      ),
    );
    expect(titles()[0]).toBe(second?.title);
    const seen = deskOf(grace(), callId)?.event?.version ?? 0;
    mustBe(shiftPitch(grace(), callId, { pitchId: second?.id ?? '', to: 4 }, seen));
    expect(titles()[3]).toBe(second?.title);
    // Another operator still has the page from before.
    expect(shiftPitch(grace(), callId, { pitchId: second?.id ?? '', to: 1 }, seen)).toMatchObject({
      reason: 'moved-on',
    });
    expect(titles()[3]).toBe(second?.title);
    expect(deskOf(grace(), callId)?.event?.orderDrawnAt).toBeNull();
    const beforeDraw = deskOf(grace(), callId)?.event?.version ?? 0;
    mustBe(drawOrder(grace(), callId, beforeDraw));
    expect(titles().toSorted()).toHaveLength(4);
    const drawn = titles();
    expect(drawOrder(grace(), callId, beforeDraw)).toMatchObject({ reason: 'moved-on' });
    expect(takeInShortlist(grace(), callId, beforeDraw)).toMatchObject({ reason: 'moved-on' });
    expect(titles()).toEqual(drawn);
    expect(deskOf(grace(), callId)?.event?.orderDrawnAt).toBe(world.now());
    mustBe(fixBallotPaper(grace(), callId, []));
    expect(drawOrder(grace(), callId)).toEqual({ ok: false, reason: 'paper-fixed' });
    expect(() => world.db.$client.exec('delete from pitch')).toThrow('the running order is on the ballot paper');
  });

  it('notices a group that left the shortlist before the paper is fixed', async () => {
    const { world, round, callId } = beforePlanning();
    const grace = () => world.as(round.staff.Grace);
    mustBe(planEvent(grace(), callId, { ...PLAN, startsAt: world.now() + HOUR }));
    mustBe(
      await withdrawApplication(world.as(round.people.Bilal ?? ''), round.applications.Bilal ?? '', 'Moved away.'),
    );
    expect(deskOf(grace(), callId)?.pitches.filter((pitch) => pitch.isGone)).toHaveLength(1);
    expect(fixBallotPaper(grace(), callId, [])).toEqual({ ok: false, reason: 'shortlist-changed' });
    mustBe(takeInShortlist(grace(), callId));
    expect(fixBallotPaper(grace(), callId, []).ok).toBe(true);
  });

  it('keeps title, start and tie rule once the paper is fixed, while the hall may still change', () => {
    const evening = withSheets();
    const grace = evening.world.as(evening.round.staff.Grace);
    const event = deskOf(grace, evening.callId)?.event;
    const plan = { ...PLAN, startsAt: event?.startsAt ?? 0 };
    expect(planEvent(grace, evening.callId, { ...plan, place: 'The Annexe' }).ok).toBe(true);
    expect(planEvent(grace, evening.callId, { ...plan, startsAt: plan.startsAt + 1 })).toEqual({
      ok: false,
      reason: 'paper-fixed',
    });
  });
});

describe('printing sheets', () => {
  it('keeps no token anywhere, only what cannot be turned back', () => {
    const { world, sheets } = withSheets();
    const bare = (sheets[0] ?? '').replaceAll('-', '');
    for (const file of [world.votes, world.db.$client]) {
      const bytes = file.serialize().toString('latin1');
      expect(bytes.includes(bare.slice(0, 20))).toBe(false);
      expect(bytes.includes(sheets[0] ?? '')).toBe(false);
    }
  });

  it('makes none after the freeze, and freezes nothing for fewer than ten voters', () => {
    const { world, round, callId } = withSheets();
    const grace = world.as(round.staff.Grace);
    const batch = deskOf(grace, callId)?.poll?.batches[0];
    mustBe(voidSheets(grace, callId, batch?.id ?? ''));
    expect(freezeVote(grace, callId)).toEqual({ ok: false, reason: 'too-few-voters' });
    mustBe(makeSheets(grace, callId, 10));
    mustBe(freezeVote(grace, callId));
    expect(makeSheets(grace, callId, 1)).toEqual({ ok: false, reason: 'already-frozen' });
    expect(deskOf(grace, callId)?.poll?.issued?.count).toBe(22);
    expect(takeBackBallotPaper(grace, callId)).toEqual({ ok: false, reason: 'already-frozen' });
  });

  it('turns the sheets of a paper that was taken back into waste paper', async () => {
    const evening = withSheets();
    const grace = evening.world.as(evening.round.staff.Grace);
    const before = phoneBallot(evening, 0, [1]);
    mustBe(takeBackBallotPaper(grace, evening.callId));
    mustBe(fixBallotPaper(grace, evening.callId, []));
    expect(codeStanding(grace, pollIdOf(evening), evening.sheets[0] ?? '')).toMatchObject({ reason: 'unknown-token' });
    expect(await castVote(grace, before)).toEqual({ ok: false, reason: 'not-open' });
  });
});

describe('conducting the evening', () => {
  it('tells the second of two operators that somebody else has moved on', () => {
    const { world, round, callId, eventId } = withSheets();
    const grace = world.as(round.staff.Grace);
    const seen = deskOf(grace, callId)?.event?.version ?? 0;
    mustBe(conductStage(grace, eventId, 'next', seen));
    expect(conductStage(grace, eventId, 'next', seen)).toEqual({ ok: false, reason: 'moved-on' });
    expect(stageView(world.as(null), eventId)?.current?.position).toBe(1);
  });

  it('closes with the same button when the ballot box had closed and the rest was lost', () => {
    const evening = withOpenVote();
    const promises = () =>
      evening.world.db.select().from(outboxPromise).where(eq(outboxPromise.kind, 'vote-closed')).all();
    mustBe(closePoll(ballotBoxOf(evening.world), pollIdOf(evening), evening.world.now()));
    expect(promises()).toHaveLength(0);
    mustBe(evening.press('close-vote'));
    expect(stageView(evening.world.as(null), evening.eventId)?.screen).toBe('closed');
    expect(promises()).toHaveLength(1);
    expect(evening.press('close-vote')).toEqual({ ok: false, reason: 'vote-not-open' });
    expect(promises()).toHaveLength(1);
  });

  it('opens within the promised window only, and undoes the screen when it may not', () => {
    const evening = withSheets();
    mustBe(freezeVote(evening.world.as(evening.round.staff.Grace), evening.callId));
    expect(evening.press('open-vote')).toEqual({ ok: false, reason: 'too-early' });
    expect(stageView(evening.world.as(null), evening.eventId)?.screen).toBe('welcome');
    const startsAt = eventsOfCalls(evening.world.as(null), [evening.callId]).get(evening.callId)?.startsAt ?? 0;
    evening.world.moveTo(startsAt - HOUR - 1);
    expect(evening.press('open-vote')).toEqual({ ok: false, reason: 'too-early' });
    evening.world.moveTo(startsAt - HOUR);
    expect(evening.press('open-vote').ok).toBe(true);
    expect(stageView(evening.world.as(null), evening.eventId)).toMatchObject({
      screen: 'vote',
      poll: { state: 'open' },
    });
    expect(currentVotes(evening.world.as(null))).toEqual([{ pollId: pollIdOf(evening), title: 'Pitch evening' }]);
  });

  it('reveals one minute after the close and not a second earlier', async () => {
    const evening = withOpenVote();
    await castAll(evening, CLEAR);
    mustBe(evening.press('close-vote'));
    evening.world.pass(MINUTE - SECOND);
    expect(evening.press('reveal')).toEqual({ ok: false, reason: 'reveal-too-early' });
    evening.world.pass(SECOND);
    expect(evening.press('reveal').ok).toBe(true);
    expect(eventsOfCalls(evening.world.as(null), [evening.callId]).get(evening.callId)?.state).toBe('over');
  });

  it('shows the facilitator only the buttons that do something', () => {
    const { world, round, eventId } = withOpenVote();
    expect(controlView(world.as(round.staff.Grace), eventId)?.presses).toEqual([
      'welcome',
      'previous',
      'next',
      'show-vote',
      'close-vote',
    ]);
    expect(controlView(world.as(round.staff.Finn), eventId)).toBeNull();
  });

  it('sends the seal to groups and managers at the close, before anyone knows the result', async () => {
    const evening = withOpenVote();
    await castAll(evening, CLEAR);
    mustBe(evening.press('close-vote'));
    await keepPromises(() => evening.world.as(null), keepers);
    const seal = stageView(evening.world.as(null), evening.eventId)?.poll?.seal?.join(' ') ?? 'none';
    const letters = evening.world.db
      .select()
      .from(message)
      .all()
      .filter((letter) => letter.text.includes(seal));
    expect(letters.map((letter) => letter.recipient).toSorted()).toEqual([
      'amina@people.example',
      'bilal@people.example',
      'chen@people.example',
      'dara@people.example',
      'grace@people.example',
    ]);
  });
});

describe('settling the vote', () => {
  it('gives award the approvals of the room once they are revealed', async () => {
    const evening = withOpenVote();
    await castAll(evening, CLEAR);
    expect(publicVoteOf(evening.world.as(null), evening.callId)).toBeNull();
    reveal(evening);
    const vote = publicVoteOf(evening.world.as(null), evening.callId);
    const ids = publishedBoard(evening.world, pollIdOf(evening))?.manifest.options.map((option) => option.id) ?? [];
    expect(vote).toMatchObject({ state: 'revealed', ballots: 10 });
    expect(ids.map((id) => vote?.approvals[id])).toEqual([8, 6, 2, 0]);
    const grace = evening.world.as(evening.round.staff.Grace);
    expect(certifyVote(grace, evening.callId)).toEqual({ ok: false, reason: 'throw-missing' });
    throwDice(evening, ' 4  1 6 ');
    mustBe(certifyVote(grace, evening.callId));
    expect(publicVoteOf(evening.world.as(null), evening.callId)?.randomness).toBe('4 1 6');
    expect(publicVoteOf(evening.world.as(null), evening.callId)?.state).toBe('certified');
  });

  it('counts paper once, by two people, and never more sheets than were made', () => {
    const evening = withOpenVote();
    const grace = () => evening.world.as(evening.round.staff.Grace);
    const count = { printed: 12, returned: 1, spoiled: 1, countedBy: 'Grace', checkedBy: 'Bo' };
    expect(countPaper(grace(), evening.callId, count)).toEqual({ ok: false, reason: 'vote-not-closed' });
    mustBe(evening.press('close-vote'));
    expect(countPaper(grace(), evening.callId, { ...count, checkedBy: ' grace ' })).toMatchObject({
      reason: 'same-person',
    });
    expect(countPaper(grace(), evening.callId, { ...count, printed: 13 })).toMatchObject({ reason: 'more-than-made' });
    expect(countPaper(grace(), evening.callId, { ...count, returned: 12 })).toMatchObject({
      reason: 'count-impossible',
    });
    mustBe(countPaper(grace(), evening.callId, count));
    expect(countPaper(grace(), evening.callId, count)).toMatchObject({ reason: 'already-recorded' });
  });

  it('certifies no result that hangs on a throw nobody recorded', async () => {
    const evening = withOpenVote();
    const grace = () => evening.world.as(evening.round.staff.Grace);
    await castAll(evening, [
      [1, 2],
      [1, 3],
      [1, 2, 3],
    ]);
    reveal(evening);
    expect(deskOf(grace(), evening.callId)?.poll?.isTieOpen).toBe(true);
    expect(certifyVote(grace(), evening.callId)).toEqual({ ok: false, reason: 'throw-missing' });
    throwDice(evening);
    expect(deskOf(grace(), evening.callId)?.poll?.isTieOpen).toBe(false);
    expect(certifyVote(grace(), evening.callId).ok).toBe(true);
  });
});

describe('voting without scripts', () => {
  const vote = (evening: ReturnType<typeof withOpenVote>) => ({
    pollId: pollIdOf(evening),
    token: evening.sheets[0] ?? '',
    choices: [3, 1],
    serverRandom: '00112233445566778899aabbccddeeff',
    words: ['kettle', 'Violin '] as const,
  });

  it('gives the same receipt for the same form, and another for other words', async () => {
    const evening = withOpenVote();
    const first = mustBe(await castPlainVote(evening.world.as(null), vote(evening)));
    expect(mustBe(await castPlainVote(evening.world.as(null), vote(evening)))).toEqual(first);
    const other = await castPlainVote(evening.world.as(null), { ...vote(evening), words: ['other', 'words'] });
    expect(other).toEqual({ ok: false, reason: 'already-used' });
    expect(codeStanding(evening.world, pollIdOf(evening), evening.sheets[0] ?? '')).toMatchObject({
      reason: 'already-used',
    });
  });
});

describe('what is public while the vote is open', () => {
  it('holds trackers and turnout, and no choice', async () => {
    const evening = withOpenVote();
    await castAll(evening, CLEAR);
    expect(keepCheckpoints(evening.world.as(null) satisfies { now: number })).toBe(1);
    const file = [...(boardFile(evening.world, pollIdOf(evening))?.pieces() ?? [])].join('');
    expect(JSON.parse(file)).toMatchObject({ state: 'open', revealed: null });
    expect(JSON.parse(file).trackers).toHaveLength(10);
    expect(file).not.toContain('choices":[');
    expect(file).not.toContain('approvals');
    const stage = stageView(evening.world.as(null), evening.eventId);
    expect(stage?.poll).toMatchObject({ turnout: { cast: 10, issued: 12 }, result: null, seal: null });
    expect(ballotBoxOf(evening.world).connection.inTransaction).toBe(false);
  });
});
