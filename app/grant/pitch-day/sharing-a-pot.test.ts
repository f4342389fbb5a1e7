import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { decisionDesk } from '../award/queries/decision-desk.server.ts';
import { ballotBoxOf } from './ballot-box/ballot-box-of.server.ts';
import { type PitchEvening, pollIdOf, throwDice } from './pitch-evening.testing.ts';
import { boardPage } from './queries/board-page.server.ts';
import { deskOf } from './queries/desk.server.ts';
import { knownResult } from './queries/known-result.server.ts';
import { publicVoteOf } from './queries/public-vote.server.ts';
import { shownShares } from './queries/shown-shares.server.ts';
import { stageView } from './queries/stage-view.server.ts';
import { roomEvening as evening } from './room-evening.testing.ts';

const idsOf = ({ round }: PitchEvening, ...names: readonly string[]): Id[] =>
  names.map((name) => round.applications[name as keyof typeof round.applications] as Id);

describe('a room that shares out a part of the pot', () => {
  it('promises it on the ballot paper', async () => {
    const hall = await evening([10, 'Dara']);
    const desk = deskOf(hall.world.as(hall.round.staff.Grace), hall.callId);
    expect(desk?.poll).toMatchObject({ roomPotMinor: 350_000, maxChoices: 3 });
    expect(boardPage(hall.world.as(null), pollIdOf(hall), null)).toMatchObject({ roomPotMinor: 350_000, seats: null });
  });

  it('pays for the groups that voters chose, in proportion, and says who paid what', async () => {
    const hall = await evening([6, 'Bilal', 'Dara'], [4, 'Dara', 'Chen']);
    const vote = publicVoteOf(hall.world.as(null), hall.callId);
    expect(vote?.room).toEqual({ potMinor: 350_000, winners: idsOf(hall, 'Dara', 'Bilal') });
    const board = boardPage(hall.world.as(null), pollIdOf(hall), null);
    expect(board?.result?.shares).toMatchObject({
      voters: 10,
      firstMinor: 35_000,
      grownMinor: 72_400,
      leftMinor: 50_000,
    });
    expect(board?.result?.shares?.winners.map(({ costMinor, paid }) => [costMinor, paid?.full])).toEqual([
      [100_000, [{ voters: 10, eachMinor: 10_000 }]],
      [200_000, [{ voters: 6, eachMinor: 33_333 }]],
    ]);
    const stage = stageView(hall.world.as(null), hall.eventId);
    expect(stage?.poll).toMatchObject({ room: { potMinor: 350_000 }, result: { paidMinor: 300_000 } });
  });

  it('is counted once, until a throw is recorded', async () => {
    const hall = await evening([5, 'Bilal', 'Chen'], [5, 'Amina']);
    const grace = hall.world.as(hall.round.staff.Grace);
    const approvals = () => knownResult(ballotBoxOf(hall.world), pollIdOf(hall))?.counted.approvals;
    const before = approvals();
    const winners = () => publicVoteOf(grace, hall.callId)?.room?.winners;
    expect(winners()).toBeNull();
    expect(approvals()).toBe(before);
    throwDice(hall);
    expect(winners()).toHaveLength(1);
    expect(winners()).toBe(winners());
    const shares = shownShares(ballotBoxOf(hall.world), pollIdOf(hall));
    expect(shares?.winners.map(({ id }) => id)).toEqual(winners());
    expect(shownShares(ballotBoxOf(hall.world), pollIdOf(hall))).toBe(shares);
  });

  it('puts them first at the awards, and what it left goes by points', async () => {
    const hall = await evening([6, 'Bilal', 'Dara'], [4, 'Dara', 'Chen']);
    const desk = decisionDesk(hall.world.as(hall.round.staff.Grace), hall.callId);
    expect(desk?.formula?.room).toEqual({ potMinor: 350_000, winners: idsOf(hall, 'Dara', 'Bilal') });
    expect(desk?.ranked.map(({ applicationId }) => applicationId).slice(0, 2)).toEqual(idsOf(hall, 'Dara', 'Bilal'));
    expect(desk?.ranked.map(({ byRoom = false, proposed }) => [byRoom, proposed])).toEqual([
      [true, 'awarded'],
      [true, 'awarded'],
      // Of 9,000 the room used 3,000. Nobody chose Amina, whom the panel likes best: support is needed of everybody.
      [false, 'awarded'],
      [false, 'declined'],
    ]);
    expect(desk?.ranked.slice(2).map(({ applicationId }) => applicationId)).toEqual(idsOf(hall, 'Chen', 'Amina'));
  });

  it('says nothing of winners while two cost their voters the same, and nobody decides before the throw', async () => {
    const hall = await evening([5, 'Bilal', 'Chen'], [5, 'Amina']);
    const grace = hall.world.as(hall.round.staff.Grace);
    expect(publicVoteOf(grace, hall.callId)?.room).toEqual({ potMinor: 350_000, winners: null });
    expect(boardPage(hall.world.as(null), pollIdOf(hall), null)?.result).toMatchObject({
      isTieOpen: true,
      shares: null,
    });
    expect(decisionDesk(grace, hall.callId)).toMatchObject({ readiness: 'throw-missing', ranked: [] });
    throwDice(hall);
    const after = decisionDesk(grace, hall.callId);
    expect(after?.readiness).toBe('ready');
    expect(after?.formula?.room?.winners).toEqual(publicVoteOf(grace, hall.callId)?.room?.winners);
  });
});
