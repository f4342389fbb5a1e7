import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelScore } from '#app/grant/assessment/rules/panel-score.ts';
import { compare, fraction } from '#app/kernel/fraction.ts';
import {
  canBeJudged,
  counts,
  decideEnding,
  decideJudging,
  decideOpening,
  isHandedIn,
  type JudgeScores,
  judgedTogether,
  judgesInNumbers,
  lackingJudges,
} from './judging.ts';
import { POLL_STATES } from './poll-state.ts';

const CRITERIA = [
  { id: 'need', weightPercent: 60 },
  { id: 'people', weightPercent: 40 },
];
const IDS = CRITERIA.map(({ id }) => id);

describe('opening judging', () => {
  const ready = { judgesMin: 2, state: 'not-opened', poll: 'frozen' } as const;

  it.each([
    [ready, 'open'],
    [{ ...ready, judgesMin: 0 }, 'no-judges-in-call'],
    [{ ...ready, state: 'open' as const }, 'judging-opened'],
    [{ ...ready, state: 'judges' as const }, 'judging-opened'],
    [{ ...ready, poll: null }, 'judging-before-freeze'],
    [{ ...ready, poll: 'draft' as const }, 'judging-before-freeze'],
    [{ ...ready, poll: 'closed' as const }, 'open'],
    [{ ...ready, poll: 'revealed' as const }, 'judging-after-reveal'],
    [{ ...ready, poll: 'certified' as const }, 'judging-after-reveal'],
  ])('%o: %s', (facts, answer) => {
    const decision = decideOpening(facts);
    expect(decision.ok ? decision.value : decision.reason).toBe(answer);
  });
});

describe('ending judging', () => {
  const pitch = (applicationId: string, judges: number, isStanding = true) => ({ applicationId, judges, isStanding });
  const enough = [pitch('amina', 2), pitch('bilal', 3), pitch('gone', 0, false)];
  const lacking = [pitch('amina', 2), pitch('bilal', 1)];

  it('needs the promised number for every pitch that stands', () => {
    const facts = { judgesMin: 2, state: 'open', poll: 'open', pitches: enough } as const;
    expect(decideEnding(facts, 'judges')).toMatchObject({ ok: true });
    expect(decideEnding({ ...facts, pitches: lacking }, 'judges')).toMatchObject({ reason: 'judges-missing' });
    expect(lackingJudges(lacking, 2).map(({ applicationId }) => applicationId)).toEqual(['bilal']);
    for (const state of ['not-opened', 'judges', 'sheets'] as const)
      expect(decideEnding({ ...facts, state }, 'judges')).toMatchObject({ reason: 'judging-not-open' });
  });

  it('takes the sheets instead only after the vote, and only where a pitch lacks judges: exactly then closing fails', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(4), fc.boolean())),
        fc.integer({ min: 1, max: 4 }),
        fc.constantFrom(null, ...POLL_STATES),
        (those, judgesMin, poll) => {
          const pitches = those.map(([judges, isStanding], place) => pitch(String(place), judges, isStanding));
          const facts = { judgesMin, state: 'open' as const, poll, pitches };
          const closing = decideEnding(facts, 'judges').ok;
          const instead = decideEnding(facts, 'sheets').ok;
          const isClosed = poll !== null && ['closed', 'revealed', 'certified'].includes(poll);
          expect(closing).toBe(pitches.every((one) => !one.isStanding || one.judges >= judgesMin));
          expect(instead).toBe(isClosed && !closing);
        },
      ),
    );
  });
});

describe('what can be judged', () => {
  const order = ['a', 'b', 'c'].map((id) => ({ id, applicationId: `group-${id}` }));
  const names = (stage: Parameters<typeof canBeJudged>[0], ...begun: string[]) =>
    [...canBeJudged(stage, order, new Set(begun))].join(' ');

  it('is the pitch on stage, those before it, those begun, and all of them once the room votes', () => {
    expect(names({ screen: 'welcome', currentPitchId: null })).toBe('');
    expect(names({ screen: 'pitch', currentPitchId: 'a' })).toBe('group-a');
    expect(names({ screen: 'pitch', currentPitchId: 'b' })).toBe('group-a group-b');
    // The facilitator went back; what was begun stays.
    expect(names({ screen: 'pitch', currentPitchId: 'a' }, 'group-c')).toBe('group-a group-c');
    expect(names({ screen: 'vote', currentPitchId: null })).toBe('group-a group-b group-c');
    expect(names({ screen: 'closed', currentPitchId: null })).toBe('group-a group-b group-c');
  });
});

describe('what a judge gives', () => {
  const facts = {
    state: 'open' as const,
    standing: 'free' as const,
    canBeJudged: true,
    criterionIds: IDS,
    written: { need: 4 } as JudgeScores,
    revision: 2,
  };
  const reason = (
    changes: Partial<Parameters<typeof decideJudging>[0]>,
    scores: JudgeScores = { need: 5 },
    seen = 2,
  ) => {
    const decision = decideJudging({ ...facts, ...changes }, scores, seen);
    return decision.ok ? decision.value : decision.reason;
  };

  it('is kept while judging is open, of a pitch that she may judge and that was on stage', () => {
    expect(reason({})).toBe('saved');
    for (const state of ['not-opened', 'judges', 'sheets'] as const) expect(reason({ state })).toBe('judging-not-open');
    expect(reason({ standing: 'tied' })).toBe('tied-to-pitch');
    expect(reason({ standing: 'undeclared' })).toBe('not-declared');
    expect(reason({ canBeJudged: false })).toBe('not-on-stage');
    expect(reason({}, { other: 3 })).toBe('unknown-criterion');
    for (const score of [0, 6, 2.5]) expect(reason({}, { need: score })).toBe('score-off-scale');
    expect(reason({}, { need: null })).toBe('saved');
  });

  it('is never written over unseen, and a save that is sent again is content', () => {
    expect(reason({}, { need: 5 }, 1)).toBe('changed-elsewhere');
    expect(reason({}, { need: 4 }, 1)).toBe('same');
    const newest = decideJudging(facts, { need: 5 });
    expect(newest).toMatchObject({ ok: true, value: 'saved' });
  });
});

describe('judges together', () => {
  it('leaves out what nobody could judge, and sheets with a gap', () => {
    expect(isHandedIn(IDS, { need: 3 })).toBe(false);
    expect(isHandedIn(IDS, { need: null, people: null })).toBe(true);
    expect(counts(IDS, { need: null, people: null })).toBe(false);
    expect(counts(IDS, { need: null, people: 2 })).toBe(true);
    const together = judgedTogether(CRITERIA, [
      { need: 5, people: 2 },
      { need: null, people: 3 },
      { need: null, people: null },
      { need: 1 },
    ]);
    // (5 × 60 + 2 × 40) / 100 = 3.8, and 3: together 3.4.
    expect(together).toMatchObject({ judges: 2, meanMilli: 3400 });
    expect(together.mean && compare(together.mean, fraction(34, 10))).toBe(0);
    expect(judgedTogether(CRITERIA, [])).toEqual({ mean: null, meanMilli: null, judges: 0 });
  });

  it('is what the panel’s sheets would say, before anything is rounded', () => {
    const score = fc.option(fc.integer({ min: 1, max: 5 }), { nil: null });
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { maxLength: 12 }), (given) => {
        const sheets = given.map(([need, people]) => ({ need, people }));
        const weighed = sheets.map(({ need, people }) => [
          { weight: 60, score: need },
          { weight: 40, score: people },
        ]);
        const together = judgedTogether(CRITERIA, sheets);
        expect(together).toMatchObject({
          meanMilli: panelScore(weighed).meanMilli,
          judges: panelScore(weighed).sheets,
        });
        // Whose order it was does not matter.
        expect(judgedTogether(CRITERIA, sheets.toReversed())).toEqual(together);
      }),
    );
  });

  it('says how many of them are participants', () => {
    const three = [{ kind: 'participant' }, { kind: 'expert' }, { kind: 'staff' }] as const;
    expect(judgesInNumbers(three, 33)).toMatchObject({ accepted: 3, participants: 1, sharePercent: 33, isMet: true });
    expect(judgesInNumbers([], 33)).toMatchObject({ accepted: 0, isMet: false });
  });
});
