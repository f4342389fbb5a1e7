import { boardOf } from '#app/grant/pitch-day/ballot-box/board.server.ts';
import { castBallot } from '#app/grant/pitch-day/ballot-box/cast-ballot.server.ts';
import { checkpoint } from '#app/grant/pitch-day/ballot-box/checkpoint.server.ts';
import type { ManifestDraft } from '#app/grant/pitch-day/ballot-box/create-poll.server.ts';
import { voidTokens } from '#app/grant/pitch-day/ballot-box/issue-tokens.server.ts';
import {
  certifyPoll,
  recordPaperCount,
  recordRandomness,
  revealPoll,
} from '#app/grant/pitch-day/ballot-box/reveal-poll.server.ts';
import { ballotOf, closed, mustBe, NOW, pollInTheRoom } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import type { Board } from '#app/grant/pitch-day/rules/board.ts';
import { type Level, mayDecide } from '#app/grant/pitch-day/rules/level.ts';
import { tokenHash } from '#app/grant/pitch-day/rules/token-hash.ts';
import { MINUTE } from '#app/kernel/instant.ts';
import type { Seeded } from '../seeded.ts';

const LEVELS: readonly (readonly Level[])[] = [['A'], ['A', 'C'], ['A', 'B', 'D']];
const TITLES = ['Sewing circle', 'Bike kitchen', 'مطبخ الحي', 'Radio “hour”', 'ስፌት', 'Swimming 🏊', 'کتاب', 'Choir'];

/** The board of a poll that was run honestly to its end, unlike any other: levels, rule, ties, lost and spoiled sheets. */
export function madeUpBoard(chance: Seeded, ballots: number): Board {
  const levels = chance.one(LEVELS);
  const mayCount = levels.filter(mayDecide);
  const options = TITLES.slice(0, 2 + chance.below(TITLES.length - 1)).map((title, place) => ({
    id: `g${place}${chance.below(1_000)}`,
    title,
    costMinor: 50_000 + 1_000 * chance.below(300),
  }));
  const maxChoices = 1 + chance.below(Math.min(5, options.length));
  // Everybody liking the same few makes clear winners, and few voters make ties.
  // Nor does any other poll know its codes and keys: what is put in from elsewhere is foreign.
  const seed = String(chance.below(2 ** 31)).padStart(20, '0');
  const draft: Partial<ManifestDraft> = {
    pollId: seed,
    levels,
    countedLevels: mayCount.slice(0, 1 + chance.below(mayCount.length)),
    options,
    maxChoices,
    blankAllowed: chance.inHundred(50),
    tie: chance.inHundred(50)
      ? { rule: 'smaller-id' }
      : { rule: 'public-randomness', source: 'Three dice thrown on stage' },
    ...ruleOf(chance, options.length),
  };
  const perLevel = Math.ceil(ballots / levels.length);
  const spare = 2 + chance.below(20);
  const poll = pollInTheRoom({ draft, seed, tokensPerLevel: Math.max(perLevel + spare, 10) });
  const { box, pollId } = poll;
  const lost = poll.tokens.A.slice(-1 - chance.below(spare)).map((token) => tokenHash(pollId, token));
  if (chance.inHundred(60)) mustBe(voidTokens(box, pollId, { hashes: lost }));
  const every = 10 + chance.below(Math.max(10, ballots / 3));
  for (let cast = 0; cast < ballots; cast += 1) {
    const level = levels[cast % levels.length] ?? 'A';
    const chosen = choicesOf(chance, options.length, maxChoices, draft.blankAllowed === true);
    const choices = draft.rule === 'scottish_stv' ? chosen : chosen.toSorted((one, other) => one - other);
    mustBe(castBallot(box, ballotOf(poll, Math.floor(cast / levels.length), choices, level), NOW));
    if (cast % every === every - 1) checkpoint(box, pollId, NOW + cast);
  }
  closed(poll);
  const issued = poll.tokens.A.length;
  if (chance.inHundred(60)) {
    const back = chance.below(issued - perLevel + 1);
    mustBe(recordPaperCount(box, pollId, { printed: issued, returned: back, spoiled: issued - perLevel - back }));
  }
  mustBe(revealPoll(box, pollId, NOW + ballots + MINUTE));
  if (draft.tie?.rule === 'public-randomness' && chance.inHundred(80)) {
    mustBe(recordRandomness(box, pollId, `${1 + chance.below(6)} ${1 + chance.below(6)} ${1 + chance.below(6)}`));
  }
  if (chance.inHundred(50)) certifyPoll(box, pollId);
  const board = mustBe(boardOf(box, pollId));
  box.connection.close();
  return board;
}

function ruleOf(chance: Seeded, options: number): Partial<ManifestDraft> {
  if (chance.inHundred(30)) return { rule: 'scottish_stv', seats: 1 + chance.below(options), budgetMinor: null };
  if (chance.inHundred(50)) return { rule: 'approval', seats: 1 + chance.below(options), budgetMinor: null };
  const budgetMinor = 100_000 * (1 + chance.below(2 * options));
  if (chance.inHundred(50)) return { rule: 'greedy_cost', seats: null, budgetMinor };
  return { rule: 'mes_cost_add1', seats: null, budgetMinor, incrementMinor: 5_000 };
}

/** In the order in which somebody came to think of them. */
function choicesOf(chance: Seeded, options: number, most: number, mayBeBlank: boolean): number[] {
  const wanted = mayBeBlank && chance.inHundred(5) ? 0 : 1 + chance.below(most);
  const chosen = new Set<number>();
  while (chosen.size < wanted) chosen.add(1 + Math.floor(chance.below(1_000 * options) / 1_000));
  return [...chosen];
}
