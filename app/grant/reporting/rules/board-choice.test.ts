import { describe, expect, it } from 'vitest';
import { chooseRows, pageOf } from './board-choice.ts';

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

describe('a page of the board', () => {
  const rows = [10, 20, 30, 40, 50].map((place) => ({ place }));
  const placesOf = (page: ReturnType<typeof pageOf>) => ({ ...page, rows: page.rows.map(({ place }) => place) });

  it('begins at the start, and says whether there is more', () => {
    expect(placesOf(pageOf(rows, null, 2))).toEqual({ rows: [10, 20], before: null, after: 20 });
    expect(placesOf(pageOf(rows, null, 5))).toEqual({ rows: [10, 20, 30, 40, 50], before: null, after: null });
    expect(placesOf(pageOf(rows, null, 4))).toEqual({ rows: [10, 20, 30, 40], before: null, after: 40 });
  });

  it('goes on after a row, to the end', () => {
    expect(placesOf(pageOf(rows, { toward: 'after', place: 20 }, 2))).toEqual({
      rows: [30, 40],
      before: 30,
      after: 40,
    });
    expect(placesOf(pageOf(rows, { toward: 'after', place: 40 }, 2))).toEqual({ rows: [50], before: 50, after: null });
  });

  it('goes back up to a row, to the start', () => {
    expect(placesOf(pageOf(rows, { toward: 'before', place: 40 }, 2))).toEqual({
      rows: [20, 30],
      before: 20,
      after: 30,
    });
    expect(placesOf(pageOf(rows, { toward: 'before', place: 20 }, 2))).toEqual({ rows: [10], before: null, after: 10 });
  });

  it('is the first one when its row is not there', () => {
    expect(placesOf(pageOf(rows, { toward: 'after', place: 25 }, 2)).rows).toEqual([10, 20]);
  });
});
