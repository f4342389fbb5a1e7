import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicPitch } from '#app/grant/pitch-day/queries/public-order.server.ts';
import type { StageView } from '#app/grant/pitch-day/queries/stage-view.server.ts';
import { PagesOfSheets } from '#app/grant/pitch-day/ui/sheets-to-print.tsx';
import { StageScreen } from '#app/grant/pitch-day/ui/stage-screen.tsx';
import { WhoPitches } from '#app/grant/pitch-day/ui/who-pitches.tsx';
import { openBrowser } from './browser.ts';

const LONG = {
  ltr: 'Cooking together: a community kitchen for families from all over the town who arrived in the last winter',
  rtl: 'مطبخ مجتمعي للعائلات التي وصلت هذا الشتاء مع دروس في الطبخ والتغذية لجميع الأعمار في الحي كله',
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const APART = ['C', 'D'] as const;

const options = (title: string, pitches: number) =>
  Array.from({ length: pitches }, (_, place) => ({
    id: String(place),
    title,
    approvals: 120 - place,
    wins: place < 3,
    hasSupport: true,
  }));

function result(title: string, pitches: number, hasOthers = false): StageView {
  return {
    eventId: 'event',
    version: 1,
    mark: '1 revealed',
    title: 'Pitch evening',
    place: 'Hall',
    startsAt: 0,
    timeZone: 'Europe/London',
    screen: 'result',
    state: 'over',
    pitchSeconds: 180,
    questionSeconds: 120,
    timerStartedAt: null,
    questionsStartedAt: null,
    pitches: [],
    current: null,
    next: null,
    poll: {
      pollId: 'poll',
      state: 'revealed',
      maxChoices: 3,
      isRanked: false,
      sealed: null,
      seats: 3,
      room: null,
      tieSource: '',
      turnout: { cast: 140, issued: 150 },
      seal: null,
      closedAt: 0,
      apart: hasOthers ? APART.map((level) => ({ level, ballots: 5_000, options: options(title, pitches) })) : [],
      result: {
        ballots: 140,
        winners: [],
        paidMinor: 0,
        minimumSupportPercent: 0,
        options: options(title, pitches),
      },
    },
  };
}

/** How the real sheets lay the real screen out. */
async function layOut(width: number, height: number, dir: 'ltr' | 'rtl', pitches: number, hasOthers = false) {
  const page = await browser.newPage({ viewport: { width, height } });
  const styles = ['app/ui/style.css', 'app/ui/stage.css', 'app/grant/pitch-day/ui/stage-result.css'].map((file) =>
    readFileSync(file, 'utf8'),
  );
  const props = { stage: result(LONG[dir], pitches, hasOthers), links: null, now: 0, follow: '' };
  const screen = renderToStaticMarkup(createElement(StageScreen, props));
  await page.setContent(
    `<!doctype html><html lang="en" dir="${dir}"><style>${styles.join('')}</style>${screen}</html>`,
  );
  const rows = await page.locator('.stage-bars li').evaluateAll((items) =>
    items.map((item) => {
      const box = item.getBoundingClientRect();
      const text = item.children[1] as HTMLElement;
      const style = getComputedStyle(text);
      const lines = Math.floor(text.getBoundingClientRect().height / Number.parseFloat(style.lineHeight));
      return { left: box.left, right: box.right, bottom: box.bottom, lines, size: Number.parseFloat(style.fontSize) };
    }),
  );
  const beside = await page
    .locator('.stage-beside, .stage-bars small')
    .evaluateAll((all) =>
      all
        .map((each) => each.getBoundingClientRect())
        .map(({ left, right, bottom, height }) => ({ left, right, bottom, height })),
    );
  await page.close();
  return { rows, beside };
}

describe('the result on the wall', () => {
  it.each([
    [1920, 1080, 'ltr'],
    [1920, 1080, 'rtl'],
    [1280, 720, 'ltr'],
    [1280, 720, 'rtl'],
  ] as const)(
    'shows two lines of each of ten long titles at %i × %i, %s, and all of them',
    async (width, height, dir) => {
      const { rows } = await layOut(width, height, dir, 10);
      expect(rows).toHaveLength(10);
      for (const row of rows) {
        expect(row.lines).toBe(2);
        expect(row.size).toBeGreaterThan(height / 30);
        expect(row.bottom).toBeLessThanOrEqual(height);
        expect(row.left).toBeGreaterThanOrEqual(0);
        expect(row.right).toBeLessThanOrEqual(width);
      }
    },
  );

  it.each([
    [1920, 1080, 'ltr', 10],
    [1280, 720, 'rtl', 10],
    [1280, 720, 'ltr', 18],
  ] as const)(
    'has what decided nothing in small beside it at %i × %i, %s, and everybody on the wall still: %i',
    async (width, height, dir, pitches) => {
      const { rows, beside } = await layOut(width, height, dir, pitches, true);
      expect(rows).toHaveLength(pitches);
      expect(beside).toHaveLength(pitches + 1);
      for (const row of rows) expect(row.lines).toBe(2);
      for (const box of [...rows, ...beside]) {
        expect(box.bottom).toBeLessThanOrEqual(height);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
      }
      for (const box of beside) expect(box.height).toBeGreaterThan(8);
    },
  );

  it.each([
    [1280, 720, 'ltr', 20],
    [1280, 720, 'rtl', 40],
    [1920, 1080, 'ltr', 40],
  ] as const)('keeps a longer list on the wall at %i × %i, %s: %i', async (width, height, dir, pitches) => {
    const { rows } = await layOut(width, height, dir, pitches);
    expect(rows).toHaveLength(pitches);
    for (const row of rows) {
      expect(row.lines).toBe(2);
      expect(row.bottom).toBeLessThanOrEqual(height);
      expect(row.left).toBeGreaterThanOrEqual(0);
      expect(row.right).toBeLessThanOrEqual(width);
    }
  });
});

/** The longest title and line, in questions, with a picture that was taken upright. */
function pitching(title: string): StageView {
  const card = { oneLine: title.repeat(2).slice(0, 200), language: 'en', captionsUrl: '', transcriptUrl: '' };
  const shown = { ...card, pictureId: 'picture', filmId: 'film' };
  const current = {
    id: 'pitch',
    applicationId: 'application',
    position: 1,
    title: title.slice(0, 100),
    groupName: title.slice(0, 100),
    card: shown,
  };
  const asked = { state: 'running', screen: 'pitch', timerStartedAt: 0, questionsStartedAt: 0 } as const;
  return { ...result(title, 0), ...asked, pitches: [current, current], current, next: current };
}

const UPRIGHT =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='1080' height='1920'%3E%3Crect width='1080' height='1920'/%3E%3C/svg%3E";

describe('a pitch on the wall', () => {
  it.each([
    [1920, 1080, 'ltr'],
    [1280, 720, 'ltr'],
    [1280, 720, 'rtl'],
  ] as const)(
    'has its longest words, its picture and its clock on one screen at %i × %i, %s',
    async (width, height, dir) => {
      const page = await browser.newPage({ viewport: { width, height } });
      const styles = ['app/ui/style.css', 'app/ui/stage.css', 'app/grant/pitch-day/ui/stage-result.css'].map((file) =>
        readFileSync(file, 'utf8'),
      );
      const props = { stage: pitching(LONG[dir]), links: null, now: 0, follow: '' };
      const screen = renderToStaticMarkup(createElement(StageScreen, props)).replace(/src="[^"]*"/, `src="${UPRIGHT}"`);
      await page.setContent(
        `<!doctype html><html lang="en" dir="${dir}"><style>${styles.join('')}</style><body>${screen}</body></html>`,
      );
      await page.waitForFunction(() => document.querySelector('img')?.naturalHeight === 1920);
      for (const part of ['.stage-picture', '.stage-timer', 'footer a']) {
        const box = await page.locator(part).boundingBox();
        expect(box?.height, part).toBeGreaterThan(20);
        expect((box?.y ?? 0) + (box?.height ?? 0), part).toBeLessThanOrEqual(height);
        expect(box?.x, part).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0), part).toBeLessThanOrEqual(width);
      }
      await page.close();
    },
  );
});

describe('a film that was taken upright', () => {
  it('is never taller than the screen, whoever shows it', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const style = readFileSync('app/ui/style.css', 'utf8');
    await page.setContent(
      `<!doctype html><html><style>${style}</style><video width="1080" height="1920"></video></html>`,
    );
    const box = await page.locator('video').boundingBox();
    expect(box?.height).toBeGreaterThan(0);
    expect(box?.height).toBeLessThanOrEqual(720);
    await page.close();
  });
});

describe('a picture of a pitch that was taken upright', () => {
  it('leaves room for its words on the page of the day', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
    const pitches: PublicPitch[] = pitching(LONG.ltr)
      .pitches.slice(0, 1)
      .map((pitch) => ({ ...pitch, film: null }));
    const list = renderToStaticMarkup(createElement(WhoPitches, { pitches })).replace(
      /src="[^"]*"/,
      `src="${UPRIGHT}"`,
    );
    const style = readFileSync('app/ui/style.css', 'utf8');
    await page.setContent(`<!doctype html><html lang="en"><style>${style}</style><body>${list}</body></html>`);
    await page.waitForFunction(() => document.querySelector('img')?.naturalHeight === 1920);
    const box = await page.locator('img').boundingBox();
    expect(box?.height).toBeLessThanOrEqual(0.6 * 720);
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(1080 / 1920, 2);
    await page.close();
  });
});

describe('ballot sheets on paper', () => {
  it('come eight to a page of A4, each whole between its cuts, even with the longest title', async () => {
    const page = await browser.newPage();
    const style = ['app/ui/style.css', 'app/grant/pitch-day/ui/sheets.css'].map((file) => readFileSync(file, 'utf8'));
    const sheets = createElement(PagesOfSheets, {
      event: {
        callId: 'call',
        title: LONG.ltr.padEnd(120, ' and their friends'),
        maxChoices: 3,
        isRanked: false,
        voteShort: 'grants.friendly-city.example.org/vote',
        votePage: 'https://grants.friendly-city.example.org/vote/0123456789abcdefghij',
      },
      label: 'A-1',
      tokens: Array.from({ length: 11 }, (_, place) => `WWWWW${String(place).padStart(2, '0')}-WWWWWWW-WWWWWWW`),
    });
    const body = renderToStaticMarkup(sheets);
    await page.setContent(
      `<!doctype html><html lang="en"><style>${style.join('')}</style><main id="main">${body}</main></html>`,
    );
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await page.emulateMedia({ media: 'print' });
    const pages = await page.locator('.sheets-page').evaluateAll((sections) =>
      sections.map((section) => {
        const { top, left } = section.getBoundingClientRect();
        const millimetres = (pixels: number) => Math.round((pixels * 25.4) / 96);
        return [...section.querySelectorAll('.sheet')].map((sheet) => {
          const box = sheet.getBoundingClientRect();
          const parts = [...sheet.querySelectorAll('p, svg')].map((part) => part.getBoundingClientRect());
          const isWhole = parts.every(
            (part) =>
              part.bottom <= box.bottom && part.top >= box.top && part.left >= box.left && part.right <= box.right,
          );
          return { at: [millimetres(box.left - left), millimetres(box.top - top)], isWhole };
        });
      }),
    );
    expect(pages.map((sheetsOn) => sheetsOn.length)).toEqual([8, 3]);
    for (const sheet of pages.flat()) expect(sheet.isWhole).toBe(true);
    // Where the lines to cut along are drawn.
    const corners = [11, 78, 145, 212].flatMap((down) => [9, 105].map((across) => [across, down]));
    expect(pages[0]?.map((sheet) => sheet.at)).toEqual(corners);
    await page.close();
  });
});
