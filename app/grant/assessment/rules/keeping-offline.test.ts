import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '#app/kernel/instant.ts';
import { type Kept, keptForMs, mayServe, megabytesOf, type Offer, planKeeping } from './keeping-offline.ts';

const NOW = Date.UTC(2026, 5, 1);
const offer: Offer = {
  personId: 'nadia',
  build: 'monday en',
  keepForMs: 3 * DAY,
  pages: [
    { url: '/panel/1', version: 'a', isSheet: false },
    { url: '/panel/applications/1', version: 'a', isSheet: true },
    { url: '/panel/applications/2', version: 'a', isSheet: true },
  ],
};
const kept: Kept = {
  personId: 'nadia',
  build: 'monday en',
  until: NOW + 3 * DAY,
  pages: offer.pages.map((page) => ({ ...page, keptAt: NOW })),
};
const urls = (pages: readonly { url: string }[]) => pages.map(({ url }) => url);

describe('keeping sheets on a phone', () => {
  test('lasts three days, and never past the first end of scoring', () => {
    expect(keptForMs(NOW, [])).toBe(3 * DAY);
    expect(keptForMs(NOW, [null])).toBe(3 * DAY);
    expect(keptForMs(NOW, [NOW + 4 * DAY])).toBe(3 * DAY);
    expect(keptForMs(NOW, [NOW + 2 * DAY, NOW + 5 * HOUR, null])).toBe(5 * HOUR);
    expect(keptForMs(NOW, [NOW - 1])).toBe(0);
  });

  test('shows copies until that very moment', () => {
    expect(mayServe(kept, kept.until - 1)).toBe(true);
    expect(mayServe(kept, kept.until)).toBe(false);
    expect(mayServe(null, NOW)).toBe(false);
    expect(mayServe({ ...kept, pages: [] }, NOW)).toBe(false);
  });

  test('fetches everything at first, and nothing again that is the same', () => {
    expect(planKeeping(null, offer)).toEqual({ drop: [], stays: [], fetch: offer.pages });
    expect(planKeeping(kept, offer)).toEqual({ drop: [], stays: kept.pages, fetch: [] });
  });

  test('fetches a page again that shows something else by now', () => {
    const pages = offer.pages.map((page) => (page.url === '/panel/1' ? { ...page, version: 'b' } : page));
    expect(urls(planKeeping(kept, { ...offer, pages }).fetch)).toEqual(['/panel/1']);
  });

  test('drops what the portal no longer offers: handed in, tied, taken back, closed', () => {
    const plan = planKeeping(kept, { ...offer, pages: offer.pages.slice(0, 2) });
    expect(plan.drop).toEqual(['/panel/applications/2']);
    expect(urls(plan.stays)).toEqual(['/panel/1', '/panel/applications/1']);
    expect(planKeeping(kept, { ...offer, pages: [] }).drop).toHaveLength(3);
  });

  test('drops everything of somebody else', () => {
    const plan = planKeeping(kept, { ...offer, personId: 'bo' });
    expect(plan).toEqual({ drop: urls(kept.pages), stays: [], fetch: offer.pages });
  });

  test('fetches everything for another build, and keeps what works until then', () => {
    const plan = planKeeping(kept, { ...offer, build: 'tuesday en' });
    expect(plan).toEqual({ drop: [], stays: kept.pages, fetch: offer.pages });
  });

  test('says a size that is rather too large than too small', () => {
    expect([megabytesOf(1), megabytesOf(14), megabytesOf(100)]).toEqual([0.3, 0.5, 2.2]);
  });
});
