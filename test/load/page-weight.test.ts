import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fetched, firstVisit } from '../../scripts/bench/first-visit.ts';
import { filledIn, PATTERNS } from '../../scripts/proof/fuzz-requests.ts';
import { FUZZERS, type FuzzWorld, prepareFuzzWorld } from '../../scripts/proof/fuzz-world.ts';
import { seeded } from '../../scripts/proof/seeded.ts';
import { startTrialPortal, type TrialPortal } from '../../scripts/proof/trial-portal.ts';

/** On a connection of 50 kB/s the words are there within a second, and what the scripts add within two more. */
const WORDS_BYTES_MAX = 40_000;
const SCRIPT_BYTES_MAX = 100_000;

let portal: TrialPortal;
let world: FuzzWorld;
const weighed: { page: string; words: number; scripts: number }[] = [];

beforeAll(async () => {
  ({ portal, known: world } = await startTrialPortal(prepareFuzzWorld));
  for (const fuzzer of FUZZERS) {
    for (const pattern of PATTERNS) {
      for (const path of pathsOf(pattern)) await weigh(pattern, path, world.cookies[fuzzer]);
    }
  }
}, 240_000);
afterAll(() => portal?.stop());

/** Each of several draws leads to another record: a draft, an application that was sent, a question of each kind. */
function pathsOf(pattern: string): string[] {
  const draws = pattern.includes(':questionId') ? 30 : 6;
  return [...new Set(Array.from({ length: draws }, (_, draw) => filledIn(pattern, world.known, seeded(draw), 0)))];
}

async function weigh(pattern: string, path: string, cookie: string): Promise<void> {
  const page = await fetch(portal.url + path, { headers: { Cookie: cookie }, redirect: 'manual' });
  await page.body?.cancel();
  if (page.status !== 200 || !(page.headers.get('Content-Type') ?? '').startsWith('text/html')) return;
  const files = await firstVisit(portal.url, path, cookie);
  const sum = (type: RegExp) => files.filter((file) => type.test(file.type)).reduce(addSent, 0);
  weighed.push({ page: pattern, words: sum(/^text\/(html|css)/), scripts: sum(/javascript/) });
}

const addSent = (total: number, { sent }: Fetched) => total + sent;

describe('a page of a call or an application, as it comes over the wire', () => {
  it('is weighed in every stage', () => {
    expect(new Set(weighed.map(({ page }) => page)).size).toBeGreaterThan(25);
  });
  it(`has words and looks in ${WORDS_BYTES_MAX} bytes`, () => {
    expect(weighed.filter(({ words }) => words > WORDS_BYTES_MAX)).toEqual([]);
  });
  it(`has scripts in ${SCRIPT_BYTES_MAX} bytes`, () => {
    expect(weighed.filter(({ scripts }) => scripts > SCRIPT_BYTES_MAX)).toEqual([]);
  });
});
