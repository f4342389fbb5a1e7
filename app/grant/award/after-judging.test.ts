import { describe, expect, it } from 'vitest';
import type { Id } from '#app/kernel/id.ts';
import { DAY, MINUTE } from '#app/kernel/instant.ts';
import { keepPromises } from '#app/platform/outbox.server.ts';
import { keepers } from '#app/wiring.server.ts';
import { message } from '#db/schema/platform.ts';
import { mustBe } from '../pitch-day/ballot-box/trial-poll.testing.ts';
import { closeJudging } from '../pitch-day/commands/conduct-judging.server.ts';
import { type JudgedEvening, judgeAll, judgedEvening } from '../pitch-day/judging.testing.ts';
import { castAll, pollIdOf, throwDice } from '../pitch-day/pitch-evening.testing.ts';
import { boardPage } from '../pitch-day/queries/board-page.server.ts';
import { judgedResult } from '../pitch-day/queries/judged-result.server.ts';
import { offerAwards } from './commands/offer-awards.server.ts';
import { decideAwardsByTwo } from './decide-by-two.testing.ts';
import { decisionDesk } from './queries/decision-desk.server.ts';
import { decisionRecord } from './queries/decision-record.server.ts';
import { whatIfPage } from './queries/what-if.server.ts';

/** Each of the first three is chosen; the fourth by one only. */
const BALLOTS = [[1], [1, 2], [1, 2], [2, 3], [1], [1, 2], [2], [1, 2], [1, 3], [4]];
const TRIED = { panelPercent: 100, minimumSupportPercent: 0, awardsPlanned: 4 };

async function votedAndClosed(given: readonly number[]): Promise<JudgedEvening> {
  const evening = judgedEvening();
  judgeAll(evening, given);
  mustBe(evening.press('open-vote'));
  await castAll(evening, BALLOTS);
  mustBe(evening.press('close-vote'));
  evening.world.pass(MINUTE);
  return evening;
}

/** As the rule proposes, but for those who are declined nevertheless; then everybody is told. */
function decide({ world, round, callId }: JudgedEvening, declined: readonly Id[]): void {
  const grace = world.as(round.staff.Grace);
  const desk = decisionDesk(grace, callId);
  const choices = [...(desk?.ranked ?? []), ...(desk?.others ?? [])].map((row) => {
    const isAsProposed = 'proposed' in row && !declined.includes(row.applicationId);
    return {
      applicationId: row.applicationId,
      outcome: isAsProposed ? row.proposed : ('declined' as const),
      amountMinor: isAsProposed ? row.proposedMinor : null,
      reason: 'The room is let.',
      nearly: false,
    };
  });
  const chosen = { choices, publicReason: 'Their room is let.', reserveUntil: world.now() + 30 * DAY };
  mustBe(decideAwardsByTwo(grace, world.as(round.staff.Farah), callId, chosen));
  mustBe(offerAwards(grace, callId, {}));
}

/** What the letter to a declined group says of whose scores its points are made of. */
async function letterAbout({ world, round }: JudgedEvening, applicationId: Id | undefined): Promise<string> {
  expect((await keepPromises(() => world.as(null), keepers)).failed).toBe(0);
  const [name = ''] = Object.entries(round.applications).find(([, id]) => id === applicationId) ?? [];
  const letters = world.db.select().from(message).all();
  const last = letters
    .filter(({ recipient }) => recipient === `${name.toLowerCase()}@people.example`)
    .toSorted((one, other) => one.writtenAt - other.writtenAt)
    .at(-1);
  expect(last?.text).toContain('The room is let.');
  return last?.text.replaceAll(/\s+/g, ' ') ?? '';
}

describe('deciding after judges scored on the day', () => {
  it('lets nothing of their scores out before vote and judging are both over', async () => {
    const evening = await votedAndClosed([2, 3, 4, 5]);
    const { world, round, callId, eventId } = evening;
    const silent = () => {
      const grace = world.as(round.staff.Grace);
      expect(judgedResult(world.as(null), callId)).toBeNull();
      expect(boardPage(world.as(null), pollIdOf(evening), null)?.judged ?? null).toBeNull();
      expect(decisionDesk(grace, callId)).toMatchObject({ ranked: [], formula: null });
      expect(whatIfPage(grace, callId, TRIED)).toBeNull();
    };
    silent();
    mustBe(closeJudging(world.as(round.staff.Grace), eventId, 'judges'));
    silent();
    mustBe(evening.press('reveal'));
    expect(judgedResult(world.as(null), callId)).toMatchObject({ source: 'judges' });
  });

  it('adds the judges’ exact means to the room’s vote, and says how many judged', async () => {
    const evening = await votedAndClosed([2, 3, 4, 5]);
    const { world, round, callId, eventId, order } = evening;
    // Three sheets on the second: 3, 3 and 4 are ten thirds.
    mustBe(evening.give(evening.judges.Omar, 2, 4));
    mustBe(closeJudging(world.as(round.staff.Grace), eventId, 'judges'));
    mustBe(evening.press('reveal'));
    throwDice(evening);
    const grace = world.as(round.staff.Grace);
    const desk = decisionDesk(grace, callId);
    expect(desk?.formula).toMatchObject({ judged: { judges: 3, participants: 1, judgesMin: 2 } });
    const entry = desk?.ranked.find(({ applicationId }) => applicationId === order[1]);
    expect(entry).toMatchObject({ mean: '10/3', meanMilli: 3333, judges: 3, panelPoints: '35.00' });
    for (const { applicationId, points, approvals } of desk?.ranked ?? []) {
      const mean = [2, 10 / 3, 4, 5][order.indexOf(applicationId)] ?? 0;
      expect(Number(points)).toBeCloseTo((60 * (mean - 1)) / 4 + (40 * approvals) / 10, 2);
    }
    expect(whatIfPage(grace, callId, TRIED)?.rows.find((row) => row.applicationId === order[3])?.other.position).toBe(
      1,
    );
    const board = boardPage(world.as(null), pollIdOf(evening), null);
    expect(board?.judged).toMatchObject({ judges: 3, participants: 1, sharePercent: 33 });
    expect(board?.judged).toHaveProperty('rows.1', expect.objectContaining({ meanMilli: 3333, judges: 3 }));
    decide(evening, []);
    const record = decisionRecord(world.as(null), callId);
    expect(record?.outcomes.find((row) => row.applicationId === order[1])?.ranked).toMatchObject({ mean: '10/3' });
  });

  it('tells a declined group how many judges scored its pitch', async () => {
    const evening = await votedAndClosed([2, 3, 4, 5]);
    const { world, round, eventId, order } = evening;
    mustBe(evening.give(evening.judges.Omar, 2, 4));
    mustBe(closeJudging(world.as(round.staff.Grace), eventId, 'judges'));
    mustBe(evening.press('reveal'));
    throwDice(evening);
    decide(evening, order.slice(0, 2));
    const from = (judges: number) => `comes from ${judges} judges who scored your pitch on the day.`;
    expect(await letterAbout(evening, order[0])).toContain(from(2));
    expect(await letterAbout(evening, order[1])).toContain(from(3));
  });

  it('tells it that scores from before the day count where too few judges could score', async () => {
    const evening = await votedAndClosed([2, 3, 4]);
    const { world, round, eventId, order } = evening;
    mustBe(closeJudging(world.as(round.staff.Grace), eventId, 'sheets'));
    mustBe(evening.press('reveal'));
    throwDice(evening);
    decide(evening, order.slice(0, 1));
    const letter = await letterAbout(evening, order[0]);
    expect(letter).toContain('Too few judges could score every pitch');
    expect(letter).not.toContain('scored your pitch on the day');
  });

  it('takes the sheets from before the day where too few judges could score, and says so', async () => {
    const evening = await votedAndClosed([2, 3, 4]);
    const { world, round, callId, eventId } = evening;
    mustBe(closeJudging(world.as(round.staff.Grace), eventId, 'sheets'));
    mustBe(evening.press('reveal'));
    throwDice(evening);
    const desk = decisionDesk(world.as(round.staff.Grace), callId);
    expect(desk?.formula).toMatchObject({ insteadOfJudges: 2 });
    expect(desk?.ranked.map(({ meanMilli }) => meanMilli).toSorted()).toEqual([3000, 4000, 4000, 5000]);
    expect(boardPage(world.as(null), pollIdOf(evening), null)?.judged).toEqual({ source: 'sheets' });
  });
});
