import { describe, expect, it } from 'vitest';
import {
  type Choice,
  decideOutcomes,
  type OutcomeName,
  proposeAwards,
  type RankedEntry,
  REASON_MAX,
  readinessOf,
  weighChoices,
} from './deciding.ts';

const entry = (applicationId: string, askedMinor: number, hasSupport = true): RankedEntry => ({
  applicationId,
  askedMinor,
  hasSupport,
});

const ranked = [entry('amina', 3000), entry('bilal', 2000), entry('chen', 2500), entry('dara', 1000)];
const pot = { potMinor: 6000, awardsPlanned: 2 };

function choice(applicationId: string, outcome: OutcomeName, amountMinor: number | null = null): Choice {
  return {
    applicationId,
    outcome,
    amountMinor,
    reason: outcome === 'declined' ? 'Try it smaller.' : '',
    nearly: false,
  };
}

const asProposed = [
  choice('amina', 'awarded', 3000),
  choice('bilal', 'awarded', 2000),
  choice('chen', 'reserve'),
  choice('dara', 'reserve'),
];

const NOW = 1_000;
const plain = { choices: [], publicReason: '', reserveUntil: null } as const;

describe('proposing awards', () => {
  it('awards all that the room paid for, and the others from what is left of pot and places', () => {
    const byRoom = ranked.slice(0, 3).map((one) => ({ ...one, byRoom: true }));
    const outcomes = (awardsPlanned: number, potMinor: number) =>
      proposeAwards([...byRoom, entry('dara', 1000)], { potMinor, awardsPlanned }).map(({ outcome }) => outcome);
    expect(outcomes(2, 8500)).toEqual(['awarded', 'awarded', 'awarded', 'reserve']);
    expect(outcomes(4, 8499)).toEqual(['awarded', 'awarded', 'awarded', 'reserve']);
    expect(outcomes(4, 8500)).toEqual(['awarded', 'awarded', 'awarded', 'awarded']);
  });

  it('departs from nothing where all that the room paid for is awarded, also if that is more than planned', () => {
    const byRoom = ranked.slice(0, 3).map((one) => ({ ...one, byRoom: true }));
    const three = { potMinor: 8500, awardsPlanned: 2 };
    const asRoom = byRoom.map((one) => choice(one.applicationId, 'awarded', one.askedMinor));
    const kept = [...asRoom, choice('dara', 'reserve')];
    const entries = [...byRoom, entry('dara', 1000)];
    expect(weighChoices(entries, [], three, kept).departures).toEqual([]);
    const more = [...asRoom, choice('dara', 'awarded', 1000)];
    expect(weighChoices(entries, [], three, more).departures).toEqual([
      { kind: 'more-than-planned', applicationId: null },
    ]);
  });

  it('goes from the top down until the places are taken', () => {
    expect(proposeAwards(ranked, pot)).toEqual([
      { applicationId: 'amina', outcome: 'awarded', amountMinor: 3000 },
      { applicationId: 'bilal', outcome: 'awarded', amountMinor: 2000 },
      { applicationId: 'chen', outcome: 'reserve', amountMinor: null },
      { applicationId: 'dara', outcome: 'reserve', amountMinor: null },
    ]);
  });

  it('awards what fits the pot exactly, and lets nobody smaller overtake whoever no longer fits', () => {
    const outcomes = (potMinor: number) => proposeAwards(ranked, { potMinor, awardsPlanned: 9 }).map((e) => e.outcome);
    expect(outcomes(7500)).toEqual(['awarded', 'awarded', 'awarded', 'reserve']);
    expect(outcomes(7499)).toEqual(['awarded', 'awarded', 'reserve', 'reserve']);
  });

  it('declines whoever lacks the minimum support, even while places are free', () => {
    expect(proposeAwards([entry('amina', 1, false)], pot)).toEqual([
      { applicationId: 'amina', outcome: 'declined', amountMinor: null },
    ]);
  });
});

describe('weighing a decision', () => {
  it('finds nothing to say about the proposal itself', () => {
    const weighing = weighChoices(ranked, ['esi'], pot, [...asProposed, choice('esi', 'declined')]);
    expect(weighing).toEqual({ awards: 2, sumMinor: 5000, problems: [], departures: [] });
  });

  it('allows a smaller amount without asking why, up to exactly what was asked', () => {
    const weigh = (amount: number | null) =>
      weighChoices(ranked, [], pot, [choice('amina', 'awarded', amount), ...asProposed.slice(1)]).problems;
    expect(weigh(1)).toEqual([]);
    expect(weigh(3000)).toEqual([]);
    expect(weigh(3001)).toEqual([{ applicationId: 'amina', problem: 'amount-above-asked' }]);
    expect(weigh(0)).toEqual([{ applicationId: 'amina', problem: 'amount-missing' }]);
    expect(weigh(null)).toEqual([{ applicationId: 'amina', problem: 'amount-missing' }]);
  });

  it('lets part-funding make room for the next in order', () => {
    const choices = [
      choice('amina', 'awarded', 2000),
      choice('bilal', 'awarded', 2000),
      choice('chen', 'awarded', 2000),
      choice('dara', 'reserve'),
    ];
    expect(weighChoices(ranked, [], { potMinor: 6000, awardsPlanned: 3 }, choices)).toEqual({
      awards: 3,
      sumMinor: 6000,
      problems: [],
      departures: [],
    });
  });

  it('asks a reason for every group that gets no place, and not more than a letter holds', () => {
    const dara = (reason: string) =>
      weighChoices(ranked, [], pot, [...asProposed.slice(0, 3), { ...choice('dara', 'declined'), reason }]).problems;
    expect(dara('  ')).toEqual([{ applicationId: 'dara', problem: 'reason-missing' }]);
    expect(dara('x'.repeat(REASON_MAX))).toEqual([]);
    expect(dara('x'.repeat(REASON_MAX + 1))).toEqual([{ applicationId: 'dara', problem: 'reason-too-long' }]);
    expect(weighChoices(ranked, ['esi'], pot, asProposed).problems).toEqual([
      { applicationId: 'esi', problem: 'reason-missing' },
    ]);
  });

  it('gives no place to an application that was not shortlisted', () => {
    const weighing = weighChoices(ranked, ['esi'], pot, [...asProposed, choice('esi', 'reserve')]);
    expect(weighing.problems).toEqual([{ applicationId: 'esi', problem: 'not-shortlisted' }]);
  });

  it('names whoever was passed over by a group below', () => {
    const choices = [
      choice('amina', 'awarded', 3000),
      choice('bilal', 'reserve'),
      choice('chen', 'awarded', 2500),
      choice('dara', 'reserve'),
    ];
    expect(weighChoices(ranked, [], pot, choices).departures).toEqual([
      { kind: 'passed-over', applicationId: 'bilal' },
    ]);
  });

  it('names whoever the rule would award and the decision does not, though nobody overtook her', () => {
    const choices = [choice('amina', 'awarded', 3000), ...['bilal', 'chen', 'dara'].map((id) => choice(id, 'reserve'))];
    expect(weighChoices(ranked, [], pot, choices).departures).toEqual([
      { kind: 'passed-over', applicationId: 'bilal' },
    ]);
  });

  it('names whoever is declined above a group on the reserve list', () => {
    const choices = [...asProposed.slice(0, 2), choice('chen', 'declined'), choice('dara', 'reserve')];
    expect(weighChoices(ranked, [], pot, choices).departures).toEqual([{ kind: 'passed-over', applicationId: 'chen' }]);
  });

  it('lets the reserve list end anywhere', () => {
    const choices = [...asProposed.slice(0, 3), choice('dara', 'declined')];
    expect(weighChoices(ranked, [], pot, choices).departures).toEqual([]);
  });

  it('names whom the room paid for and who is awarded less, and nobody else whose award is smaller', () => {
    const list = [{ ...entry('amina', 3000), byRoom: true }, entry('bilal', 2000)];
    const weighed = (amina: number | null) =>
      weighChoices(list, [], pot, [choice('amina', 'awarded', amina), choice('bilal', 'awarded', 1999)]);
    expect(weighed(3000).departures).toEqual([]);
    expect(weighed(2999).departures).toEqual([{ kind: 'room-paid-less', applicationId: 'amina' }]);
    expect(weighed(null)).toMatchObject({
      problems: [{ applicationId: 'amina', problem: 'amount-missing' }],
      departures: [],
    });
  });

  it('names whom the room paid for once where she gets nothing at all', () => {
    const list = [{ ...entry('amina', 3000), byRoom: true }, entry('bilal', 2000)];
    const choices = [choice('amina', 'declined'), choice('bilal', 'awarded', 2000)];
    expect(weighChoices(list, [], pot, choices).departures).toEqual([{ kind: 'passed-over', applicationId: 'amina' }]);
  });

  it('names awards beyond the plan and awards without support', () => {
    const list = [entry('amina', 3000), entry('bilal', 2000, false)];
    const choices = [choice('amina', 'awarded', 3000), choice('bilal', 'awarded', 2000)];
    expect(weighChoices(list, [], { potMinor: 6000, awardsPlanned: 1 }, choices).departures).toEqual([
      { kind: 'without-support', applicationId: 'bilal' },
      { kind: 'more-than-planned', applicationId: null },
    ]);
  });
});

describe('deciding', () => {
  const weighing = { awards: 1, sumMinor: 6000, problems: [], departures: [] };

  it('keeps nobody waiting without a last day that is still to come', () => {
    const waits = { applicationId: 'chen', outcome: 'reserve', amountMinor: null, reason: '', nearly: false } as const;
    const until = (reserveUntil: number | null) =>
      decideOutcomes(weighing, pot, { choices: [waits], publicReason: '', reserveUntil }, NOW);
    expect(until(null)).toEqual({ ok: false, reason: 'reserve-date-missing' });
    expect(until(NOW)).toEqual({ ok: false, reason: 'reserve-date-past' });
    expect(until(NOW + 1).ok).toBe(true);
  });

  it('spends the pot to the last penny and not one more', () => {
    expect(decideOutcomes(weighing, pot, plain, NOW).ok).toBe(true);
    expect(decideOutcomes({ ...weighing, sumMinor: 6001 }, pot, plain, NOW)).toEqual({
      ok: false,
      reason: 'pot-exceeded',
    });
  });

  it('says what is missing before anything else', () => {
    const problems = [{ applicationId: 'dara', problem: 'reason-missing' as const }];
    expect(decideOutcomes({ ...weighing, sumMinor: 6001, problems }, pot, plain, NOW)).toEqual({
      ok: false,
      reason: 'choices-incomplete',
    });
  });

  it('departs from the published rule only with a reason in public', () => {
    const departures = [{ kind: 'more-than-planned' as const, applicationId: null }];
    expect(decideOutcomes({ ...weighing, departures }, pot, { ...plain, publicReason: ' ' }, NOW)).toEqual({
      ok: false,
      reason: 'public-reason-missing',
    });
    expect(
      decideOutcomes({ ...weighing, departures }, pot, { ...plain, publicReason: 'A second pot came.' }, NOW).ok,
    ).toBe(true);
  });
});

describe('being ready to decide', () => {
  const facts = {
    isDecided: false,
    isShortlistDecided: true,
    hasPitchDay: true,
    isVoteRevealed: true,
    isJudging: false,
  };

  it('waits for the shortlist, then for the vote', () => {
    expect(readinessOf(facts)).toBe('ready');
    expect(readinessOf({ ...facts, isVoteRevealed: false })).toBe('vote-not-revealed');
    expect(readinessOf({ ...facts, isJudging: true })).toBe('judging-not-closed');
    expect(readinessOf({ ...facts, isVoteRevealed: false, isShortlistDecided: false })).toBe('shortlist-not-decided');
    expect(readinessOf({ ...facts, isDecided: true, isShortlistDecided: false })).toBe('already-decided');
  });

  it('does not wait for a vote that the call does not have', () => {
    expect(readinessOf({ ...facts, hasPitchDay: false, isVoteRevealed: false })).toBe('ready');
  });
});
