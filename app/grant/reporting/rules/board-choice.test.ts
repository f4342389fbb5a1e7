import { describe, expect, it } from 'vitest';
import { chooseRows } from './board-choice.ts';

const rows = [
  { group: 'Amina', standing: { now: 'offer-open' } },
  { group: 'Bilal', standing: { now: 'declined' } },
  { group: 'Chidi', standing: { now: 'offer-open' } },
] as const;

describe('choosing what a board shows', () => {
  it('offers every state that somebody is in, with how many', () => {
    expect(chooseRows(rows, null).choices).toEqual([
      { now: 'offer-open', count: 2 },
      { now: 'declined', count: 1 },
    ]);
  });
  it('shows those in the chosen state, and still offers the others', () => {
    const { chosen, rows: shown, choices } = chooseRows(rows, 'offer-open');
    expect([chosen, shown.map((row) => row.group), choices.length]).toEqual(['offer-open', ['Amina', 'Chidi'], 2]);
  });
  it('shows all when nothing is chosen, or something that nobody is in', () => {
    for (const wanted of [null, '', 'writing', 'constructor']) {
      expect(chooseRows(rows, wanted)).toMatchObject({ chosen: null, rows });
    }
  });
});
