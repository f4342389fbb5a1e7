import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { financeDesk } from '#app/grant/payment/queries/finance-desk.server.ts';
import { tieThrow } from '#db/schema/pitch-day-throw.ts';
import { mustBe } from './ballot-box/trial-poll.testing.ts';
import { typeTieThrow } from './commands/type-tie-throw.server.ts';
import { castAll, type PitchEvening, withOpenVote } from './pitch-evening.testing.ts';
import { deskOf } from './queries/desk.server.ts';
import { throwPage } from './queries/tie-throw.server.ts';

async function closedEvening(): Promise<PitchEvening> {
  const evening = withOpenVote();
  await castAll(evening, [
    [1, 2],
    [1, 3],
    [1, 2, 3],
  ]);
  mustBe(evening.press('close-vote'));
  return evening;
}

const as = ({ world, round }: PitchEvening, name: 'Grace' | 'Farah' | 'Finn') => world.as(round.staff[name]);
const recorded = (evening: PitchEvening) => deskOf(as(evening, 'Grace'), evening.callId)?.poll?.randomness ?? null;

describe('what fell on the stage', () => {
  it('is recorded when two people have read the same, and neither is shown what the other typed', async () => {
    const evening = await closedEvening();
    const { callId } = evening;
    expect(typeTieThrow(as(evening, 'Grace'), callId, ' 4 1  6')).toEqual({ ok: true, value: 'first' });
    expect(recorded(evening)).toBeNull();
    const seen = throwPage(as(evening, 'Farah'), callId);
    expect(seen).toMatchObject({ typedBy: [expect.any(String)], byMe: false, readings: [], recorded: null });
    expect(JSON.stringify(seen)).not.toContain('4 1 6');
    expect(typeTieThrow(as(evening, 'Farah'), callId, '4 1 6')).toEqual({ ok: true, value: 'recorded' });
    expect(recorded(evening)).toBe('4 1 6');
    expect(typeTieThrow(as(evening, 'Grace'), callId, '6 6 6')).toMatchObject({ reason: 'already-recorded' });
  });

  it('shows both readings where they differ, and takes what was mended', async () => {
    const evening = await closedEvening();
    const { callId } = evening;
    mustBe(typeTieThrow(as(evening, 'Grace'), callId, '4 1 6'));
    expect(typeTieThrow(as(evening, 'Farah'), callId, '4 1 9')).toEqual({ ok: true, value: 'differs' });
    expect(throwPage(as(evening, 'Grace'), callId)?.readings.map(({ thrown }) => thrown)).toEqual(['4 1 6', '4 1 9']);
    expect(recorded(evening)).toBeNull();
    expect(typeTieThrow(as(evening, 'Grace'), callId, '4 1 9')).toEqual({ ok: true, value: 'recorded' });
    expect(recorded(evening)).toBe('4 1 9');
  });

  it('is one line more at the desk of whoever keeps the books, until she has read it too', async () => {
    const evening = await closedEvening();
    const waits = (name: 'Farah' | 'Finn') => financeDesk(as(evening, name))?.throws;
    expect(waits('Farah')).toEqual([]);
    mustBe(typeTieThrow(as(evening, 'Grace'), evening.callId, '4 1 6'));
    expect([waits('Farah'), waits('Finn')]).toEqual([[evening.callId], [evening.callId]]);
    mustBe(typeTieThrow(as(evening, 'Farah'), evening.callId, '4 1 6'));
    expect([waits('Farah'), waits('Finn')]).toEqual([[], []]);
  });

  it('is nobody else’s to type, and nobody’s before the close', async () => {
    const evening = withOpenVote();
    const { world, round, callId } = evening;
    expect(typeTieThrow(as(evening, 'Grace'), callId, '4 1 6')).toMatchObject({ reason: 'vote-not-closed' });
    expect(throwPage(as(evening, 'Grace'), callId)).toMatchObject({ isClosed: false });
    for (const stranger of [world.as(null), world.as(round.people.Amina ?? null)]) {
      expect(throwPage(stranger, callId)).toBeNull();
      expect(typeTieThrow(stranger, callId, '4 1 6')).toMatchObject({ reason: 'not-found' });
    }
  });

  it('stays as it was typed', async () => {
    const evening = await closedEvening();
    mustBe(typeTieThrow(as(evening, 'Grace'), evening.callId, '4 1 6'));
    const { db } = evening.world;
    expect(() => db.update(tieThrow).set({ thrown: '6 6 6' }).where(eq(tieThrow.seq, 1)).run()).toThrow();
    expect(() => db.delete(tieThrow).where(eq(tieThrow.seq, 1)).run()).toThrow();
  });
});
