import { describe, expect, it } from 'vitest';
import { noteHash } from '../rules/notes.ts';
import { boardOf, resultOf } from './board.server.ts';
import { castBallot } from './cast-ballot.server.ts';
import { checkpoint } from './checkpoint.server.ts';
import { closePoll } from './close-poll.server.ts';
import { certifyPoll, recordPaperCount, recordRandomness, revealPoll } from './reveal-poll.server.ts';
import { ballotOf, castMany, closed, draftPoll, mustBe, NOW, pollInTheRoom } from './trial-poll.testing.ts';

const LATER = NOW + 60_000;

describe('publishing checkpoints', () => {
  it('never lets ballots of another level stand in for those of the hall', () => {
    const poll = pollInTheRoom({ draft: { levels: ['A', 'B', 'D'], countedLevels: ['A', 'B'] } });
    const few = { ok: false, reason: 'too-few-new' };
    const seal = () => checkpoint(poll.box, poll.pollId, NOW);
    castMany(poll, 0, 9, 'D');
    castMany(poll, 0, 1);
    expect(seal()).toEqual(few);
    castMany(poll, 9, 11, 'D');
    expect(seal()).toEqual(few);
    castMany(poll, 1, 9);
    expect(seal().ok).toBe(true);
    castMany(poll, 10, 10);
    castMany(poll, 0, 1, 'B');
    expect(seal()).toEqual(few);
    castMany(poll, 1, 9, 'B');
    expect(seal().ok).toBe(true);
    castMany(poll, 20, 10, 'D');
    expect(seal().ok).toBe(true);
  });

  it('waits for ten new ballots', () => {
    const poll = pollInTheRoom();
    castMany(poll, 0, 9);
    expect(checkpoint(poll.box, poll.pollId, NOW)).toEqual({ ok: false, reason: 'too-few-new' });
    expect(mustBe(boardOf(poll.box, poll.pollId)).trackers).toEqual([]);
    castMany(poll, 9, 1);
    expect(mustBe(checkpoint(poll.box, poll.pollId, NOW))).toMatchObject({ seq: 1, size: 10, final: false });
    castMany(poll, 10, 9);
    expect(checkpoint(poll.box, poll.pollId, NOW)).toEqual({ ok: false, reason: 'too-few-new' });
    expect(mustBe(boardOf(poll.box, poll.pollId)).trackers).toHaveLength(10);
  });

  it('only ever appends: an earlier board is a beginning of every later one', () => {
    const poll = pollInTheRoom();
    castMany(poll, 0, 12);
    mustBe(checkpoint(poll.box, poll.pollId, NOW));
    const early = mustBe(boardOf(poll.box, poll.pollId));
    castMany(poll, 12, 11);
    mustBe(checkpoint(poll.box, poll.pollId, NOW + 1));
    closed(poll);
    const late = mustBe(boardOf(poll.box, poll.pollId));
    expect(late.trackers.slice(0, 12)).toEqual(early.trackers);
    expect(late.checkpoints.slice(0, 1)).toEqual(early.checkpoints);
    expect(late.checkpoints.map(({ size, final }) => [size, final])).toEqual([
      [12, false],
      [23, false],
      [23, true],
    ]);
    expect(late.checkpoints[1]?.prev).toBe(noteHash(late.checkpoints[0]?.note ?? ''));
  });

  it('computes the same root with a cold memory', () => {
    const poll = pollInTheRoom();
    castMany(poll, 0, 12);
    mustBe(checkpoint(poll.box, poll.pollId, NOW));
    castMany(poll, 12, 10);
    poll.box.frontiers.clear();
    mustBe(checkpoint(poll.box, poll.pollId, NOW));
    expect(closePoll(poll.box, poll.pollId, NOW).ok).toBe(true);
  });

  it('never goes back in time, even when the clock does', () => {
    const poll = pollInTheRoom();
    castMany(poll, 0, 10);
    mustBe(checkpoint(poll.box, poll.pollId, NOW + 5_000));
    expect(mustBe(closePoll(poll.box, poll.pollId, NOW)).at).toBe(NOW + 5_000);
  });

  it('closes a poll without a single ballot', () => {
    const { box, pollId } = pollInTheRoom();
    expect(mustBe(closePoll(box, pollId, NOW))).toMatchObject({ seq: 1, size: 0, final: true });
    expect(closePoll(box, pollId, NOW)).toEqual({ ok: false, reason: 'not-open' });
    expect(checkpoint(box, pollId, NOW)).toEqual({ ok: false, reason: 'not-open' });
  });
});

describe('showing the board', () => {
  it('shows nothing of a draft, and no choice before the reveal', () => {
    const draft = draftPoll();
    expect(boardOf(draft.box, draft.pollId)).toEqual({ ok: false, reason: 'not-frozen' });
    expect(boardOf(draft.box, 'nowhere')).toEqual({ ok: false, reason: 'unknown-poll' });
    const poll = pollInTheRoom();
    castMany(poll, 0, 20);
    mustBe(checkpoint(poll.box, poll.pollId, NOW));
    for (const stage of ['open', 'closed']) {
      if (stage === 'closed') closed(poll);
      const text = JSON.stringify(mustBe(boardOf(poll.box, poll.pollId)));
      expect(text).not.toMatch(/choices"|approvals|"body|"r":|secret|spentTokens/);
      expect(() => resultOf(poll.box, poll.pollId)).toThrow('after the reveal');
    }
  });

  it('tells nothing by its size: the boards of two opposite votes differ in hashes only', () => {
    const sizes = [[1, 2, 3], [4]].map((choices) => {
      const poll = pollInTheRoom();
      for (let sheet = 0; sheet < 20; sheet += 1) mustBe(castBallot(poll.box, ballotOf(poll, sheet, choices), NOW));
      mustBe(checkpoint(poll.box, poll.pollId, NOW));
      return JSON.stringify(mustBe(boardOf(poll.box, poll.pollId))).length;
    });
    expect(sizes[0]).toBe(sizes[1]);
  });

  it('reveals everything sixty seconds after the close, not a millisecond earlier', () => {
    const poll = pollInTheRoom();
    castMany(poll, 0, 20);
    expect(revealPoll(poll.box, poll.pollId, LATER)).toEqual({ ok: false, reason: 'not-closed' });
    closed(poll);
    expect(revealPoll(poll.box, poll.pollId, LATER - 1)).toEqual({ ok: false, reason: 'too-early' });
    expect(revealPoll(poll.box, poll.pollId, LATER).ok).toBe(true);
    const { revealed } = mustBe(boardOf(poll.box, poll.pollId));
    expect(revealed?.ballots).toHaveLength(20);
    expect(revealed?.spentTokens).toHaveLength(20);
    expect(revealed?.result.counted).toMatchObject({ winners: ['bilal', 'amina'], ballots: 20 });
  });
});

describe('finishing a poll', () => {
  it('records paper between close and reveal, once, if the numbers are possible', () => {
    const { box, pollId } = pollInTheRoom();
    const paper = { printed: 30, returned: 20, spoiled: 10 };
    expect(recordPaperCount(box, pollId, paper)).toEqual({ ok: false, reason: 'not-closed' });
    mustBe(closePoll(box, pollId, NOW));
    expect(recordPaperCount(box, pollId, { ...paper, spoiled: 11 })).toEqual({ ok: false, reason: 'count-impossible' });
    expect(recordPaperCount(box, pollId, { ...paper, spoiled: 0.5 })).toEqual({
      ok: false,
      reason: 'count-impossible',
    });
    expect(recordPaperCount(box, pollId, paper).ok).toBe(true);
    expect(recordPaperCount(box, pollId, paper)).toEqual({ ok: false, reason: 'already-recorded' });
    mustBe(revealPoll(box, pollId, LATER));
    expect(mustBe(boardOf(box, pollId)).revealed?.paper).toEqual(paper);
  });

  it('certifies a decided poll at once', () => {
    const poll = pollInTheRoom();
    castMany(poll, 0, 20);
    closed(poll);
    expect(certifyPoll(poll.box, poll.pollId)).toEqual({ ok: false, reason: 'not-revealed' });
    mustBe(revealPoll(poll.box, poll.pollId, LATER));
    expect(recordRandomness(poll.box, poll.pollId, 'f00d')).toEqual({ ok: false, reason: 'not-promised' });
    expect(certifyPoll(poll.box, poll.pollId).ok).toBe(true);
    expect(certifyPoll(poll.box, poll.pollId)).toEqual({ ok: false, reason: 'not-revealed' });
  });

  it('holds a tied poll until the promised randomness is there', () => {
    const tie = { rule: 'public-randomness', source: 'drand round 5' } as const;
    const poll = pollInTheRoom({ draft: { tie, seats: 1 } });
    for (const [sheet, choices] of [[1], [3]].entries())
      mustBe(castBallot(poll.box, ballotOf(poll, sheet, choices), NOW));
    expect(recordRandomness(poll.box, poll.pollId, 'f00d')).toEqual({ ok: false, reason: 'not-closed' });
    closed(poll);
    mustBe(revealPoll(poll.box, poll.pollId, LATER));
    expect(mustBe(boardOf(poll.box, poll.pollId)).revealed?.result.counted.winners).toBeNull();
    expect(certifyPoll(poll.box, poll.pollId)).toEqual({ ok: false, reason: 'tie-undecided' });
    expect(recordRandomness(poll.box, poll.pollId, '  ')).toEqual({ ok: false, reason: 'value-missing' });
    expect(recordRandomness(poll.box, poll.pollId, 'f'.repeat(257))).toEqual({ ok: false, reason: 'value-too-long' });
    mustBe(recordRandomness(poll.box, poll.pollId, ' f00d '));
    expect(recordRandomness(poll.box, poll.pollId, 'beef')).toEqual({ ok: false, reason: 'already-recorded' });
    expect(mustBe(boardOf(poll.box, poll.pollId)).revealed).toMatchObject({ randomness: 'f00d' });
    expect(resultOf(poll.box, poll.pollId).counted.winners).toHaveLength(1);
    expect(certifyPoll(poll.box, poll.pollId).ok).toBe(true);
  });
});
