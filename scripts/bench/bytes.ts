import { type CallDraft, RANKED_CHOICES_MAX } from '#app/grant/call/rules/draft.ts';
import { frozen } from '#app/grant/pitch-day/remote-evening.testing.ts';
import { DAY } from '#app/kernel/instant.ts';
import { invariant } from '#app/kernel/invariant.ts';
import { paths } from '#app/paths.ts';
import { type Figure, figure } from './figure.ts';
import { firstVisit } from './first-visit.ts';
import type { StoryPortal } from './story-portal.ts';
import { startWorldPortal } from './world-portal.ts';

/** What a phone may spend on the vote page the first time, compressed, with all it loads. */
const VOTE_BUDGET_BYTES = 15_000;

/** What each page weighs as it is sent: its document, and all that a first visit loads with it. */
export async function benchBytes(portal: StoryPortal): Promise<Figure[]> {
  const { home, call, questions, vote, stage } = portal.pages;
  const figures: Figure[] = [];
  for (const [name, path, cookie] of [
    ['home', home],
    ['call page', call],
    ['questions', questions],
    ['vote page', vote],
    ['stage', stage],
    ['task list', portal.writer.draft, portal.writer.cookie],
  ] as const) {
    const files = await firstVisit(portal.url, path, cookie ?? '');
    const [document] = files;
    invariant(document !== undefined, 'a page has a document');
    const sent = sum(files.map((file) => file.sent));
    const plain = sum(files.map((file) => file.plain.length));
    figures.push(
      figure(`${name}: document, against itself uncompressed`, document.sent, 'bytes', document.plain.length),
      figure(`${name}: first visit in all, against itself uncompressed`, sent, 'bytes', plain),
    );
    if (name === 'vote page') {
      figures.push(againstBudget('vote page', sent));
    }
  }
  const ranked = { choicesRanked: true, choicesMax: RANKED_CHOICES_MAX };
  return [
    ...figures,
    await heaviestVotePage('vote page with a list of voters and codes for anybody, in Arabic', {}),
    await heaviestVotePage('the same where groups are put in order', ranked),
  ];
}

/** Where people vote from elsewhere too, and anybody beside them, in the script whose letters take most. */
async function heaviestVotePage(name: string, terms: Partial<CallDraft>): Promise<Figure> {
  const { world, pollId, press } = await frozen('pass-or-code', 12, terms, { C: 20, D: 20 });
  world.pass(DAY);
  press('open-vote');
  const server = await startWorldPortal(world);
  try {
    const path = paths.booth({ pollId });
    const sent = sum((await firstVisit(server.url, `${path}?lang=ar`, '')).map((file) => file.sent));
    return againstBudget(name, sent);
  } finally {
    await server.stop();
  }
}

function againstBudget(name: string, sent: number): Figure {
  return figure(`${name}: first visit in all, against its budget`, sent, 'bytes', VOTE_BUDGET_BYTES, { atMost: 1 });
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
