import { describe, expect, it } from 'vitest';
import { fromHex } from '#app/kernel/hex.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import { bySeed } from '#app/kernel/lots.ts';
import { asked } from '#test/world/ask.ts';
import { mustBe } from '../pitch-day/ballot-box/trial-poll.testing.ts';
import { castAll, type PitchEvening, reveal, throwDice, withOpenVote } from '../pitch-day/pitch-evening.testing.ts';
import { boardPage } from '../pitch-day/queries/board-page.server.ts';
import { deskOf } from '../pitch-day/queries/desk.server.ts';
import { publicVoteOf } from '../pitch-day/queries/public-vote.server.ts';
import { decideAwardsByTwo } from './decide-by-two.testing.ts';
import { decisionDesk } from './queries/decision-desk.server.ts';
import { decisionRecord } from './queries/decision-record.server.ts';
import { whatIfPage } from './queries/what-if.server.ts';
import * as staffWhatIf from './routes/staff-what-if.tsx';

/** Nobody chooses the fourth on the paper. */
const BALLOTS = [[1], [1, 2], [1, 2], [2, 3], [1], [1, 2], [2], [1, 2], [1, 3], [1]];

async function afterTheRoomVoted(): Promise<PitchEvening> {
  const evening = withOpenVote();
  await castAll(evening, BALLOTS);
  return evening;
}

describe('deciding after a pitch day', () => {
  it('waits until the room has seen the result', async () => {
    const evening = await afterTheRoomVoted();
    const { world, round, callId } = evening;
    expect(decisionDesk(world.as(round.staff.Grace), callId)).toMatchObject({
      readiness: 'vote-not-revealed',
      ranked: [],
    });
    reveal(evening);
    expect(decisionDesk(world.as(round.staff.Grace), callId)?.readiness).toBe('ready');
  });

  it('adds what the panel and the room gave, from the ballots as they were counted', async () => {
    const evening = await afterTheRoomVoted();
    reveal(evening);
    const { world, round, callId } = evening;
    const vote = publicVoteOf(world.as(null), callId);
    const desk = decisionDesk(world.as(round.staff.Grace), callId);
    expect(desk?.formula).toMatchObject({
      panelPercent: 60,
      publicPercent: 40,
      ballots: 10,
      poll: { id: vote?.pollId, finalRoot: vote?.finalRoot },
    });
    for (const entry of desk?.ranked ?? []) {
      expect(entry.approvals).toBe(vote?.approvals[entry.applicationId]);
      const points = (60 * ((entry.meanMilli ?? 0) - 1000)) / 4000 + (40 * entry.approvals) / 10;
      expect(Number(entry.points)).toBeCloseTo(points, 2);
      expect(entry.hasSupport).toBe(entry.approvals >= 1);
    }
  });

  it('declines whoever lacks the minimum support, and keeps the root of the ballots in the record', async () => {
    const evening = await afterTheRoomVoted();
    reveal(evening);
    const { world, round, callId } = evening;
    const grace = world.as(round.staff.Grace);
    const desk = decisionDesk(grace, callId);
    const unloved = desk?.ranked.find((entry) => entry.approvals === 0);
    expect(unloved).toMatchObject({ proposed: 'declined', hasSupport: false, position: desk?.ranked.length });
    const choices = [...(desk?.ranked ?? []), ...(desk?.others ?? [])].map((entry) => ({
      applicationId: entry.applicationId,
      outcome: 'proposed' in entry ? entry.proposed : ('declined' as const),
      amountMinor: 'proposed' in entry ? entry.proposedMinor : null,
      reason: 'Fewer than one ballot in ten chose it.',
      nearly: false,
    }));
    expect(decideAwardsByTwo(grace, world.as(round.staff.Farah), callId, { choices, publicReason: '' }).ok).toBe(true);
    const record = decisionRecord(world.as(null), callId);
    expect(record?.formula.poll?.finalRoot).toBe(publicVoteOf(world.as(null), callId)?.finalRoot);
    expect(record?.outcomes.find((row) => row.applicationId === unloved?.applicationId)).toMatchObject({
      outcome: 'declined',
      reason: 'Fewer than one ballot in ten chose it.',
    });
  });

  it('shows what another rule would propose, to who decides, and never before the room has seen its result', async () => {
    const evening = await afterTheRoomVoted();
    const { world, round, callId } = evening;
    const tried = { panelPercent: 100, minimumSupportPercent: 0, awardsPlanned: 4 };
    const seenBy = (name: 'Grace' | 'Farah') => whatIfPage(world.as(round.staff[name]), callId, tried);
    expect(seenBy('Grace')).toBeNull();
    mustBe(evening.press('close-vote'));
    expect(seenBy('Grace')).toBeNull();
    world.pass(MINUTE);
    mustBe(evening.press('reveal'));
    const page = seenBy('Grace');
    // To the panel alone Amina's is first, Bilal's and Chen's are equal, and nothing was thrown.
    const amina = page?.rows.find(({ applicationId }) => applicationId === round.applications.Amina);
    expect(amina?.other.outcome).toBe('awarded');
    // What the room gave her depends on where she stood on the paper: equal groups come onto it in any order.
    expect(page).toMatchObject({ waiting: 3, changed: Number(amina?.published.outcome !== 'awarded') });
    throwDice(evening);
    const thrown = seenBy('Grace');
    const differ = thrown?.rows.filter(({ published, other }) => published.outcome !== other.outcome).length;
    expect(thrown).toMatchObject({ waiting: 0, changed: differ });
    expect(seenBy('Farah')).toBeNull();
    expect(whatIfPage(world.as(null), callId, tried)).toBeNull();
    // The published rule is as it was.
    expect(decisionDesk(world.as(round.staff.Grace), callId)?.formula).toMatchObject({ panelPercent: 60 });
  });

  it('says in words what is wrong with a rule that is tried', async () => {
    const evening = await afterTheRoomVoted();
    reveal(evening);
    const { world, round, callId } = evening;
    const open = (query: string) =>
      staffWhatIf.loader(asked(world, round.staff.Grace, { callId }, undefined, `?${query}`));
    expect((await open('panel=101&support=ten&awards=0')).reply?.errors).toMatchObject({
      panel: 'Enter a whole number from 0 to 100.',
      support: 'Enter a whole number from 0 to 100.',
      awards: 'Enter a whole number from 1 to 1,000.',
    });
    expect(await open('panel=0&support=0&awards=1')).toMatchObject({
      reply: null,
      page: { tried: { panelPercent: 0, minimumSupportPercent: 0, awardsPlanned: 1 } },
    });
    expect(await open('')).toMatchObject({ reply: null, page: { changed: 0, tried: { panelPercent: 60 } } });
  });

  it('waits for the throw where panel and room give equal points, and draws the lot by it', async () => {
    const evening = withOpenVote();
    const { world, round, callId } = evening;
    const grace = world.as(round.staff.Grace);
    // The panel gave these two the same, and so does the room.
    const equalToThePanel = [round.applications.Bilal, round.applications.Chen];
    const onThePaper = (deskOf(grace, callId)?.pitches ?? [])
      .map(({ groupName }, place) => ({ groupName, number: place + 1 }))
      .filter(({ groupName }) => groupName.startsWith('Bilal') || groupName.startsWith('Chen'))
      .map(({ number }) => number);
    await castAll(
      evening,
      Array.from({ length: 10 }, () => onThePaper),
    );
    reveal(evening);
    expect(decisionDesk(grace, callId)).toMatchObject({ readiness: 'throw-missing', formula: null, ranked: [] });
    expect(
      decideAwardsByTwo(grace, world.as(round.staff.Farah), callId, { choices: [], publicReason: '' }),
    ).toMatchObject({ reason: 'throw-missing' });
    throwDice(evening);
    const desk = decisionDesk(grace, callId);
    expect(desk?.formula?.poll?.randomness).toBe('4 1 6');
    const seed = fromHex(desk?.formula?.lotSeed ?? '', 32) ?? new Uint8Array();
    const equals = desk?.ranked.filter((entry) => entry.tiedWith.length > 0).map((entry) => entry.applicationId) ?? [];
    expect(equals.toSorted()).toEqual(equalToThePanel.toSorted());
    expect(equals).toEqual(equals.toSorted(bySeed(seed)));
    const board = boardPage(world, publicVoteOf(world, callId)?.pollId ?? '', null);
    expect(board?.result?.lotSeed).toBe(desk?.formula?.lotSeed);
    // Who chose what was voted on stands beside the result.
    expect(board?.panel).toMatchObject({ isMet: true });
  });
});
