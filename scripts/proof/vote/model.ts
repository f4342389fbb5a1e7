import fc from 'fast-check';
import { castTogether } from '#app/grant/pitch-day/ballot-box/cast-together.server.ts';
import { checkpoint } from '#app/grant/pitch-day/ballot-box/checkpoint.server.ts';
import type { Receipt } from '#app/grant/pitch-day/ballot-box/receipt.server.ts';
import { tokenLedger } from '#app/grant/pitch-day/ballot-box/token-ledger.server.ts';
import { ballotOf, mustBe, NOW, pollInTheRoom } from '#app/grant/pitch-day/ballot-box/trial-poll.testing.ts';
import { type Proved, proved } from '../promise.ts';
import { seeded } from '../seeded.ts';
import { CLOSING, COMMANDS, freshPoll, OPENING } from './commands.ts';

const STEPS_PER_POLL = 150;
const POLLS_AT_ONCE = 20;

/** Does anything to polls in any order, beside a model that is small enough to be seen to be right. */
export function proveTheModel(steps: number, seed: number, tell: (line: string) => void): Promise<Proved> {
  return proved('a poll does what its model does, step by step', tell, async (broken) => {
    let done = 0;
    const property = fc.property(
      fc.option(OPENING, { freq: 3 }),
      fc.commands(COMMANDS, { maxCommands: STEPS_PER_POLL, size: 'max' }),
      fc.commands([CLOSING, ...COMMANDS.slice(4)], { maxCommands: 30, size: 'max' }),
      (opening, before, after) => {
        const { model, real } = freshPoll();
        try {
          const setup = () => ({ model, real });
          fc.modelRun(setup, opening ?? []);
          fc.modelRun(setup, before);
          fc.modelRun(setup, after);
        } finally {
          done += real.steps;
          real.poll.box.connection.close();
        }
      },
    );
    for (let round = 0; done < steps; round += 1) {
      const run = fc.check(property, { seed: seed + round, numRuns: POLLS_AT_ONCE });
      if (!run.failed) continue;
      broken(`seed ${seed + round}: ${fc.defaultReportMessage(run)}`);
      break;
    }
    return done;
  });
}

/** Sends each token many times at once: the same ballot again, and others; every answer is kept and compared. */
export function proveOneBallotEach(
  tokens: number,
  casts: number,
  seed: number,
  tell: (line: string) => void,
): Promise<Proved> {
  const promise = 'of ballots sent at once with one code one counts, and its receipt is never lost';
  return proved(promise, tell, async (broken) => {
    const chance = seeded(seed);
    const poll = pollInTheRoom({ tokensPerLevel: tokens });
    const sendings = Array.from({ length: tokens }, (_, sheet) => {
      const rivals = [0, 1, 2].map((place) => ballotOf(poll, sheet, [1 + ((sheet + place) % 4)]));
      return Array.from({ length: casts }, () => ({ sheet, request: chance.one(rivals), at: chance.below(1_000_000) }));
    });
    const inTurn = sendings.flat().sort((one, other) => one.at - other.at);
    const answers = await Promise.all(
      inTurn.map(async ({ sheet, request }, place) => {
        // Some come while others are being written, and some while a checkpoint is made.
        if (chance.inHundred(30)) await new Promise((resolve) => setImmediate(resolve));
        if (place % 5_000 === 4_999) checkpoint(poll.box, poll.pollId, NOW);
        const outcome = await castTogether(poll.box, request, NOW);
        return { sheet, leaf: request.leaf, outcome };
      }),
    );
    const counted = new Map(answers.flatMap(({ sheet, outcome }) => (outcome.ok ? [[sheet, outcome.value]] : [])));
    for (const answer of answers) {
      const fault = faultIn(answer, counted.get(answer.sheet));
      if (fault !== null) broken(`sheet ${answer.sheet} ${fault}`);
    }
    const [line] = mustBe(tokenLedger(poll.box, poll.pollId));
    const inBox = poll.box.connection.prepare('SELECT lower(hex(leaf)) FROM ballot').pluck().all();
    const owed = [...counted.values()].map((receipt) => receipt.leaf);
    if (line?.used !== tokens || counted.size !== tokens) broken(`${line?.used} of ${tokens} codes have voted`);
    if (inBox.sort().join() !== owed.sort().join()) broken('the ballots in the box are not those with a receipt');
    poll.box.connection.close();
    return answers.length;
  });
}

type Answer = { readonly leaf: string; readonly outcome: Awaited<ReturnType<typeof castTogether>> };

/** @param counted  the receipt of the ballot that counts for the same sheet */
function faultIn({ leaf, outcome }: Answer, counted: Receipt | undefined): string | null {
  if (!outcome.ok) {
    if (outcome.reason !== 'already-used') return `was told ${outcome.reason}`;
    return counted?.leaf === leaf ? 'was refused the receipt it is owed' : null;
  }
  if (outcome.value.leaf !== leaf) return 'has the receipt of another ballot';
  return JSON.stringify(outcome.value) === JSON.stringify(counted) ? null : 'has two receipts';
}
