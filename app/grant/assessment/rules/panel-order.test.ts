import { describe, expect, it } from 'vitest';
import type { CountedScore } from './counted-scores.ts';
import { orderOf } from './panel-order.ts';
import type { Score } from './panel-score.ts';
import { rankPanel } from './rank-panel.ts';

const CRITERIA = [
  { id: 'need', weightPercent: 60 },
  { id: 'plan', weightPercent: 40 },
];

function said(memberId: string, applicationId: string, need: Score, plan: Score): CountedScore[] {
  return [
    { memberId, applicationId, criterionId: 'need', value: need },
    { memberId, applicationId, criterionId: 'plan', value: plan },
  ];
}

function ordered(applicationIds: string[], counted: CountedScore[]) {
  const ranked = rankPanel({ method: 'mean', criteria: CRITERIA, counted, fundable: 1, seed: 'any' });
  return orderOf(applicationIds, CRITERIA, counted, ranked.ok ? ranked.value : null);
}

describe('the applications of a panel', () => {
  it('stand best first, each with the mean and spread of its sheets', () => {
    const counted = [
      ...said('bo', 'kitchen', 3, 3),
      ...said('bo', 'garden', 5, 2),
      ...said('nadia', 'garden', 4, null),
    ];
    const places = ordered(['kitchen', 'garden', 'unread'], counted);
    // Garden: Bo (60·5 + 40·2) / 100 = 3.8, Nadia 4: mean 3.9, spread 0.2 / √2 = 0.1414.
    expect(places).toMatchObject([
      { applicationId: 'garden', rank: 1, meanMilli: 3900, spreadMilli: 141, sheets: 2, notJudged: 1, group: 'above' },
      {
        applicationId: 'kitchen',
        rank: 2,
        meanMilli: 3000,
        spreadMilli: null,
        sheets: 1,
        notJudged: 0,
        group: 'below',
      },
      { applicationId: 'unread', rank: null, meanMilli: null, spreadMilli: null, sheets: 0, group: null },
    ]);
  });

  it('share a rank when they are equal, and the next one is skipped', () => {
    const counted = [
      ...said('bo', 'low', 2, 2),
      ...said('bo', 'high', 5, 5),
      ...said('bo', 'twin', 3, 3),
      ...said('bo', 'also', 3, 3),
    ];
    const places = ordered(['low', 'high', 'twin', 'also'], counted);
    expect(places.map(({ applicationId, rank }) => [applicationId, rank])).toEqual([
      ['high', 1],
      ['twin', 2],
      ['also', 2],
      ['low', 4],
    ]);
  });

  it('come last without a rank where nobody could judge anything', () => {
    const counted = [...said('bo', 'silent', null, null), ...said('bo', 'low', 1, 1)];
    const places = ordered(['silent', 'low'], counted);
    expect(places.map(({ applicationId, rank, notJudged }) => [applicationId, rank, notJudged])).toEqual([
      ['low', 1, 0],
      ['silent', null, 2],
    ]);
    expect(ordered(['silent'], said('bo', 'silent', null, null))).toMatchObject([{ rank: null, sheets: 0 }]);
  });
});
