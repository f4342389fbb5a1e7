import type { Visitor } from './browser.ts';
import * as steps from './steps.ts';

/**
 * What somebody does who has not done it before. Typing: 25 words a minute, half of what people who type for a living
 * do, and two seconds to find the field. A new page is looked at for ten seconds, and a press takes two.
 */
const WORDS_A_MINUTE = 25;
const SECONDS_A_FIELD = 2;
const SECONDS_A_PAGE = 10;
const SECONDS_A_PRESS = 2;

/** The steps of a visitor, counted as they are taken. */
export type Counted = ReturnType<typeof counted>;

export function counted(visitor: Visitor) {
  const { page } = visitor;
  const counts = { presses: 0, pages: 0, fields: 0, words: 0 };
  const press = async (step: () => Promise<void>) => {
    counts.presses += 1;
    counts.pages += 1;
    await step();
  };
  return {
    follow: (link: string | RegExp) => press(() => steps.follow(visitor, link)),
    press: (button: string | RegExp) => press(() => steps.press(visitor, button)),
    /** A press that stays on its page. */
    async open(summary: string) {
      counts.presses += 1;
      await page.locator('summary', { hasText: summary }).click();
    },
    async write(label: string | RegExp, text: string) {
      counts.fields += 1;
      counts.words += text.split(/\s+/).length;
      await steps.write(visitor, label, text);
    },
    async pick(label: string, value: string) {
      counts.presses += 2;
      await page.getByLabel(label).selectOption(value);
    },
    async tick(label: string | RegExp) {
      counts.presses += 1;
      await steps.tick(visitor, label);
    },
    async untick(label: string) {
      counts.presses += 1;
      await page.getByRole('checkbox', { name: label, exact: true }).uncheck();
    },
    tally: () => ({ ...counts }),
    minutes: () =>
      counts.words / WORDS_A_MINUTE +
      (counts.fields * SECONDS_A_FIELD + counts.pages * SECONDS_A_PAGE + counts.presses * SECONDS_A_PRESS) / 60,
  };
}
