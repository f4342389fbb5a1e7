import { describe, expect, it } from 'vitest';
import { PRACTICE_CRITERIA, PRACTICE_EXAMPLES, practiceSeverity, tendencyOf, WORKED } from './practice.ts';

/** A sheet on each example that is so far from what was worked out. */
function sheets(by: number) {
  return PRACTICE_EXAMPLES.map((example) => ({
    example,
    scores: Object.fromEntries(PRACTICE_CRITERIA.map((criterion) => [criterion, WORKED[example][criterion] + by])),
  }));
}

describe('how harsh a practice round was', () => {
  it('is nothing where everything was as worked out', () => {
    expect(practiceSeverity(sheets(0))).toBe(0);
  });
  it('is above nothing for lenient members and below it for harsh ones', () => {
    expect(practiceSeverity(sheets(1))).toBe(1);
    expect(practiceSeverity(sheets(-1))).toBe(-1);
  });
  it('is the mean over what was judged', () => {
    const [first] = sheets(0);
    const judged = { need: WORKED.sewing.need + 2, led: null, plan: null, change: WORKED.sewing.change };
    expect(practiceSeverity([{ example: first?.example ?? '', scores: judged }])).toBe(1);
  });
  it('is nothing where nothing was judged, or nothing that is known', () => {
    expect(practiceSeverity([])).toBe(0);
    expect(practiceSeverity([{ example: 'sewing', scores: { need: null, led: null, plan: null, change: null } }])).toBe(
      0,
    );
    expect(practiceSeverity([{ example: 'of an older version', scores: { need: 1 } }])).toBe(0);
  });
});

describe('the worked scores', () => {
  it('use most of the scale, so that one can be both harsh and lenient about them', () => {
    const all = PRACTICE_EXAMPLES.flatMap((example) =>
      PRACTICE_CRITERIA.map((criterion) => WORKED[example][criterion]),
    );
    expect(new Set(all)).toEqual(new Set([2, 3, 4, 5]));
  });
});

describe('what a difference is called', () => {
  it.each([
    [0.5, 'lenient'],
    [0.49, 'middle'],
    [-0.49, 'middle'],
    [-0.5, 'harsh'],
  ] as const)('%s is %s', (severity, tendency) => {
    expect(tendencyOf(severity)).toBe(tendency);
  });
});
